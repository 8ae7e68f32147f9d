// How much is told of actors.
CALL {
  UNWIND $ids AS who
  MATCH (:Actor {id: who})-[:PARTICIPATED_IN]->(m:Meeting)
  WHERE $met AND ($statuses IS NULL OR m.status IN $statuses)
  RETURN m.id AS fact, coalesce(m.earliest, m.latest, '9999') AS day, coalesce(m.latest, '9999') AS last, count(DISTINCT who) AS held
  UNION ALL
  UNWIND $ids AS who
  MATCH (:Actor {id: who})-[r]-(:Actor)
  WHERE type(r) IN $types AND ($statuses IS NULL OR r.status IN $statuses)
  RETURN r.id AS fact, coalesce(r.since, r.until, '9999') AS day, coalesce(r.until, '9999') AS last, count(DISTINCT who) AS held
}
WITH fact, day, last, held
WHERE held >= $together AND ($undated OR day <> '9999') AND ($since IS NULL OR last >= $since) AND ($until IS NULL OR day <= $until OR day = '9999')
RETURN count(fact)
