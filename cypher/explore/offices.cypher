// Who holds which office, as the documents tell it?
MATCH (p:Person)-[h:HOLDS_POSITION]->(o:Actor)
RETURN p.name AS person, h.title AS title, o.name AS of, h.status AS status, size(h.documents) AS documents, h.quote AS quote
ORDER BY person, title, of
