// What is known of documents besides their text.
MATCH (d:Document)
WHERE d.id IN $documents
RETURN d.id, d.title, d.source, d.publishedAt, d.extraction, d.author
