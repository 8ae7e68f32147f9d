// The documents that name actors or places.
UNWIND $nodes AS node
MATCH (n)<-[:OF]-(s:Sighting)
WHERE id(n) = node
WITH DISTINCT node, split(s.article, '/')[0] AS document
ORDER BY node, document
RETURN node, collect(document) AS documents
