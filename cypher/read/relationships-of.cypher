// Relationships of actors and places, a page for each.
UNWIND $ids AS id
OPTIONAL MATCH (a:Actor {id: id})
OPTIONAL MATCH (p:Place {id: id})
WITH id, coalesce(a, p) AS n
WHERE n IS NOT NULL
CALL (n) {
  MATCH (n)-[r]-(other:Actor|Place)
  WHERE type(r) IN $types AND r.id > $after
  AND ($statuses IS NULL OR r.status IN $statuses) AND ($disputed IS NULL OR r.disputed = $disputed)
  AND ($since IS NULL OR coalesce(r.until, '9999') >= $since) AND ($until IS NULL OR coalesce(r.since, '0000') <= $until)
  AND ($undated OR r.since IS NOT NULL OR r.until IS NOT NULL)
  AND ($documents IS NULL OR any(document IN r.documents WHERE document IN $documents)) AND ($about IS NULL OR toLower(r.quote) CONTAINS $about)
  RETURN r, startNode(r) AS a, endNode(r) AS b
  ORDER BY r.id
  LIMIT $most
}
RETURN id, r, a, b
ORDER BY id, r.id
