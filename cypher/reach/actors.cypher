// Actors and places, each with the keys it is known by.
MATCH (n:Actor)
WHERE n.id IN $ids
OPTIONAL MATCH (n)-[:KNOWN_AS]->(k:NameKey)
RETURN n, collect(k.key) AS keys
UNION ALL
MATCH (n:Place)
WHERE n.id IN $ids
OPTIONAL MATCH (n)-[:KNOWN_AS]->(k:NameKey)
RETURN n, collect(k.key) AS keys
