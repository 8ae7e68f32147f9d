// Relationships of a path search, by the ids of where they start and of themselves.
UNWIND $ties AS tie
MATCH (n)-[r]->()
WHERE id(n) = tie[0] AND id(r) = tie[1]
RETURN r
