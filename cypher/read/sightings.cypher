// Sightings of actors and places, a page for each.
UNWIND $ids AS id
OPTIONAL MATCH (a:Actor {id: id})
OPTIONAL MATCH (p:Place {id: id})
WITH id, coalesce(a, p) AS n
WHERE n IS NOT NULL
CALL (n) {
  MATCH (s:Sighting)-[:OF]->(n)
  WHERE s.id > $after
  RETURN s
  ORDER BY s.id
  LIMIT $most
}
RETURN id, s
ORDER BY id, s.id
