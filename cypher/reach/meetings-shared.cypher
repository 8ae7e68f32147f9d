// Meetings that have two or more of these in common, as participants or as where they were held, and of which an account of these days can be.
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
  AND ($until IS NULL OR m.accountsFrom IS NULL OR m.accountsFrom <= $until)
  AND ($from IS NULL OR m.accountsUntil IS NULL OR m.accountsUntil >= $from)
RETURN m.id, m.accountsFrom, m.accountsUntil, shared
