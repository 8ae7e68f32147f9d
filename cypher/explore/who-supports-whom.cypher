// Who supports or opposes whom, and how many documents and origins say so?
MATCH (a:Actor)-[r:SUPPORTS|OPPOSES]->(b:Actor)
RETURN a.name AS who, type(r) AS relation, b.name AS whom, r.status AS status, size(r.documents) AS documents, size(r.origins) AS origins
ORDER BY who, relation, whom
