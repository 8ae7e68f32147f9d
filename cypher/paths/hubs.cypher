// Which nodes of a path search have more than $most relationships of these types, by the ids that are valid inside the session.
MATCH (n)
WHERE id(n) IN $nodes AND COUNT { (n)-[r]-() WHERE type(r) IN $types } > $most
RETURN id(n) AS node
