// Which relations does a single report tell?
MATCH (a:Actor)-[r]->(b:Actor)
WHERE size(r.origins) = 1
RETURN type(r) AS relation, count(r) AS facts
ORDER BY facts DESC, relation
