// Which documents are held, without their text?
MATCH (d:Document)
RETURN d.id, d.title, d.source, d.publishedAt
ORDER BY d.id
