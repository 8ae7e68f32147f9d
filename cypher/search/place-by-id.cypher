// The place with an id.
MATCH (n:Place {id: $id})
RETURN n, 0 AS shared
