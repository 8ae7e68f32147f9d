// Relationships of a path search, by the ids that are valid inside the session.
MATCH ()-[r]->()
WHERE id(r) IN $ties
RETURN r
