// Which meetings took place, latest first, who was there and where?
MATCH (m:Meeting)
OPTIONAL MATCH (a:Actor)-[:PARTICIPATED_IN]->(m)
WITH m, a ORDER BY a.name
WITH m, collect(DISTINCT a.name) AS participants
OPTIONAL MATCH (m)-[:HELD_IN]->(p)
WITH m, participants, p ORDER BY p.name
WITH m, participants, collect(DISTINCT p.name) AS places
RETURN m.id AS meeting, m.kind AS kind, m.status AS status, m.latest AS latest, m.dateBasis AS basis, places, participants
ORDER BY latest DESC, meeting
