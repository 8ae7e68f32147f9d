// Who supports or opposes whom, and which sentence says so?
MATCH (a:Actor)-[r:SUPPORTS|OPPOSES]->(b:Actor)
RETURN a.name AS who, type(r) AS relation, b.name AS whom, r.status AS status, size(r.documents) AS documents, size(r.origins) AS origins, r.quote AS quote
ORDER BY who, relation, whom
