// Who holds an office of somebody, and who did? --param of=Türkiye
MATCH (p:Person)-[h:HOLDS_POSITION]->(:Actor {name: $of})
RETURN p.name AS person, h.title AS title, h.status AS status, size(h.documents) AS documents
ORDER BY person, title
