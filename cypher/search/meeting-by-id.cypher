// The meetings with these ids.
UNWIND $ids AS id
MATCH (n:Meeting {id: id})
RETURN n, id
