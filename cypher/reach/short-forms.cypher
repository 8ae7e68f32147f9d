// The looks of one word that have any of these keys.
MATCH (k:NameKey)
WHERE k.key IN $keys
MATCH (l:Look)-[:KNOWN_AS]->(k)
RETURN DISTINCT l
