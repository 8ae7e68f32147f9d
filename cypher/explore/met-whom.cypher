// Whom did somebody meet, and in what order? --param actor="Ibrahim Kalin"
MATCH (:Actor {name: $actor})-[:PARTICIPATED_IN]->(m:Meeting)
WITH DISTINCT m
MATCH (m)<-[:PARTICIPATED_IN]-(other:Actor)
WITH m, other ORDER BY other.name
WITH m, collect(DISTINCT other.name) AS participants
RETURN m.latest AS day, m.status AS status, m.title AS meeting, participants
ORDER BY day, meeting
