// Meetings, each with who took part, where it was held, and which of these it came before.
MATCH (m:Meeting)
WHERE m.id IN $ids
OPTIONAL MATCH (a:Actor)-[p:PARTICIPATED_IN]->(m)
WITH m, collect([a.id, p]) AS who
OPTIONAL MATCH (m)-[h:HELD_IN]->(w)
WITH m, who, collect([w.id, h]) AS places
OPTIONAL MATCH (m)-[b:BEFORE]->(later:Meeting)
WHERE later.id IN $ids
RETURN m, who, places, collect([later.id, b]) AS before
