// The actor, place or meeting with an id.
OPTIONAL MATCH (a:Actor {id: $id})
OPTIONAL MATCH (p:Place {id: $id})
OPTIONAL MATCH (m:Meeting {id: $id})
WITH coalesce(a, p, m) AS n
WHERE n IS NOT NULL
RETURN n, 0 AS shared
