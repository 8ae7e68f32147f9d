// The actor with an id.
MATCH (n:Actor {id: $id})
RETURN n, 0 AS shared
