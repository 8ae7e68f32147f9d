// The meetings that actors took part in, or that were held in places.
MATCH (a:Actor)-[:PARTICIPATED_IN]->(m:Meeting)
WHERE a.id IN $ids
RETURN m.id AS id
UNION
MATCH (p:Place)<-[:HELD_IN]-(m:Meeting)
WHERE p.id IN $ids
RETURN m.id AS id
UNION
MATCH (c:Actor)<-[:HELD_IN]-(m:Meeting)
WHERE c.id IN $ids
RETURN m.id AS id
