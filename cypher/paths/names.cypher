// The ids by which paths are ordered, of nodes by the ids that are valid inside the session.
MATCH (n)
WHERE id(n) IN $nodes
RETURN id(n) AS node, n.id AS id
