// Which documents are held, without their text?
MATCH (d:Document)
RETURN d.id, coalesce(d.title, d.headline), d.source, d.publishedAt
ORDER BY d.id
