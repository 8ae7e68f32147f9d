// Relationships whose ends are both among these actors, by id, after one of them.
UNWIND $ids AS id
MATCH (a:Actor {id: id})-[r]->(b:Actor|Place)
WHERE b.id IN $ids AND type(r) IN $types AND r.id > $after
  AND ($statuses IS NULL OR r.status IN $statuses) AND ($disputed IS NULL OR r.disputed = $disputed)
  AND ($since IS NULL OR coalesce(r.until, '9999') >= $since) AND ($until IS NULL OR coalesce(r.since, '0000') <= $until)
  AND ($undated OR r.since IS NOT NULL OR r.until IS NOT NULL)
  AND ($documents IS NULL OR any(document IN r.documents WHERE document IN $documents)) AND ($about IS NULL OR toLower(r.quote) CONTAINS $about)
RETURN r, a, b
ORDER BY r.id
LIMIT $most
