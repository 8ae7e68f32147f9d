// Which meetings are told, who was there and where?
MATCH (m:Meeting)
OPTIONAL MATCH (a:Actor)-[:PARTICIPATED_IN]->(m)
WITH m, a ORDER BY a.name
WITH m, collect(DISTINCT a.name) AS participants
OPTIONAL MATCH (m)-[:HELD_IN]->(p)
WITH m, participants, p ORDER BY p.name
WITH m, participants, collect(DISTINCT p.name) AS places
RETURN m.kind AS kind, m.status AS status, m.latest AS latest, places, participants
ORDER BY latest, kind, participants
