// Who is related to whom, and which sentence says so?
MATCH (a:Actor)-[r:FAMILY_OF]->(b:Actor)
RETURN a.name AS who, r.relation AS relation, b.name AS whom, r.quote AS quote
ORDER BY who, whom
