// Actors and places known by any of the keys of a name; those that share most first.
MATCH (k:NameKey)
WHERE k.key IN $keys
MATCH (n)-[:KNOWN_AS]->(k)
WITH n, count(k) AS shared
ORDER BY shared DESC, n.id
LIMIT $most
RETURN n, shared
