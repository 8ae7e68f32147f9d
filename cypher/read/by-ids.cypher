// Actors, places and meetings by their ids.
UNWIND $ids AS id
OPTIONAL MATCH (a:Actor {id: id})
OPTIONAL MATCH (p:Place {id: id})
OPTIONAL MATCH (m:Meeting {id: id})
WITH id, coalesce(a, p, m) AS n
WHERE n IS NOT NULL
RETURN id, n
