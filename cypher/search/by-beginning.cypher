// Actors and places with a name that begins so, or of whose names a word and what follows it does.
UNWIND $beginnings AS beginning
CALL (beginning) {
  MATCH (k:NameKey)
  WHERE k.key STARTS WITH beginning
  RETURN k
  ORDER BY k.key
  LIMIT $most
}
MATCH (n)-[:KNOWN_AS]->(k)
RETURN DISTINCT n
ORDER BY n.id
LIMIT $most
