// The documents that name actors or places.
UNWIND $nodes AS node
MATCH (n)<-[:OF]-(s:Sighting)
WHERE id(n) = node
RETURN node, collect(DISTINCT split(s.article, '/')[0]) AS documents
