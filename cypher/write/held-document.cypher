// Documents as they are held.
MATCH (n:Document)
WHERE n.id IN $documents
RETURN n
