// The nodes of a path search, by the ids that are valid inside the session.
MATCH (n)
WHERE id(n) IN $nodes
RETURN n
