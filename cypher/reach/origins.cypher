// What origin documents have.
MATCH (d:Document)
WHERE d.id IN $documents
RETURN d.id, d.origin
