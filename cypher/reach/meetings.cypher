// Meetings, each with who took part and where it was held.
MATCH (m:Meeting)
WHERE m.id IN $ids
OPTIONAL MATCH (a:Actor)-[p:PARTICIPATED_IN]->(m)
WITH m, collect([a.id, p]) AS who
OPTIONAL MATCH (m)-[h:HELD_IN]->(w)
RETURN m, who, collect([w.id, h]) AS places
