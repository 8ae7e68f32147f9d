// How many meetings actors and places have.
UNWIND $ids AS id
OPTIONAL MATCH (a:Actor {id: id})
OPTIONAL MATCH (p:Place {id: id})
WITH id, coalesce(a, p) AS n
WHERE n IS NOT NULL
MATCH (n)-[:PARTICIPATED_IN|HELD_IN]-(m:Meeting)
WHERE ($participants IS NULL OR all(who IN $participants WHERE EXISTS { MATCH (:Actor {id: who})-[:PARTICIPATED_IN]->(m) }))
  AND ($places IS NULL OR EXISTS { MATCH (m)-[:HELD_IN]->(place) WHERE place.id IN $places })
  AND ($kinds IS NULL OR m.kind IN $kinds) AND ($statuses IS NULL OR m.status IN $statuses) AND ($disputed IS NULL OR m.disputed = $disputed)
  AND ($since IS NULL OR coalesce(m.latest, '9999') >= $since) AND ($until IS NULL OR coalesce(m.earliest, '0000') <= $until)
  AND ($undated OR m.earliest IS NOT NULL OR m.latest IS NOT NULL)
  AND ($documents IS NULL OR EXISTS { MATCH (e:Evidence)-[:OF]->(m) WHERE split(e.article, '/')[0] IN $documents })
  AND ($about IS NULL OR EXISTS { MATCH (e:Evidence)-[:OF]->(m) WHERE toLower(e.quote) CONTAINS $about })
RETURN id, count(DISTINCT m)
