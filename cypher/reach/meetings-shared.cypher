// Meetings that have two or more of these in common, as participants or as where they were held.
CALL {
  MATCH (a:Actor)-[:PARTICIPATED_IN]->(m:Meeting)
  WHERE a.id IN $who
  RETURN m, a.id AS shared
  UNION
  MATCH (p:Place)<-[:HELD_IN]-(m:Meeting)
  WHERE p.id IN $places
  RETURN m, p.id AS shared
}
WITH m, collect(shared) AS shared
WHERE size(shared) > 1
RETURN m.id, m.earliest, m.latest, shared
