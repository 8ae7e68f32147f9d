// Every look of the actors and places that are known by a key of enough words of a name.
UNWIND $rows AS row
MATCH (k:NameKey)
WHERE k.key IN row.keys
MATCH (n)-[:KNOWN_AS]->(k)
WITH DISTINCT row.look AS look, row.tells AS tells, row.keys AS word, n.id AS actor
WITH look, actor, sum(tells) AS told
WHERE told > 1
WITH DISTINCT actor
MATCH (l:Look {actor: actor})
RETURN l
