// Actors and places with a name that begins so, or a word of whose names does.
MATCH (k:NameKey)
WHERE k.key STARTS WITH $name OR (k.key STARTS WITH '=' AND k.key CONTAINS $word)
MATCH (n)-[:KNOWN_AS]->(k)
RETURN DISTINCT n
ORDER BY n.id
LIMIT $most
