// The places with these ids.
UNWIND $ids AS id
MATCH (n:Place {id: id})
RETURN n, id
