// What actors and places are called.
MATCH (n:Actor)
WHERE n.id IN $ids
RETURN n.id AS id, n.name AS name, labels(n) AS labels, n.kind AS kind
UNION ALL
MATCH (n:Place)
WHERE n.id IN $ids
RETURN n.id AS id, n.name AS name, labels(n) AS labels, n.kind AS kind
