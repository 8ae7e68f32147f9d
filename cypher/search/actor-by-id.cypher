// The actors with these ids.
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN n, id
