// The sighting of each look that was reported first, but for some.
UNWIND $looks AS look
MATCH (s:Sighting {look: look})-[:IN]->(a:Article)-[:IN]->(d:Document)
WHERE NOT s.id IN $gone
WITH look, s.id AS id, coalesce(a.date, d.publishedAt) AS day
ORDER BY coalesce(day, '9999-12-31'), id
WITH look, collect([id, day])[0] AS first
RETURN look, first[0] AS id, first[1] AS day
