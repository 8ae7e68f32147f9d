// Meetings that have two or more in common, as participants or as where they were held, of those that stand under these ids and weeks.
CALL {
  MATCH (a:Actor)-[r:PARTICIPATED_IN]->(m:Meeting)
  WHERE r.accounts IN $weeks
  RETURN m, a.id AS shared
  UNION
  MATCH (p:Place)<-[r:HELD_IN]-(m:Meeting)
  WHERE r.accounts IN $weeks
  RETURN m, p.id AS shared
}
WITH m, collect(shared) AS shared
WHERE size(shared) > 1
RETURN m.id, m.accountsFrom, m.accountsUntil, shared
