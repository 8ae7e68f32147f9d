// The meeting with an id.
MATCH (n:Meeting {id: $id})
RETURN n, 0 AS shared
