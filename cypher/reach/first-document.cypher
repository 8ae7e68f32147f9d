// Any one document, to see by what it has how the graph was written.
MATCH (d:Document)
RETURN d.id, d.phrases
LIMIT 1
