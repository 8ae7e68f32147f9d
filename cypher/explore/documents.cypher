// Which documents are there, and which of them tell one report?
MATCH (d:Document)<-[:IN]-(a:Article)
WITH d, a ORDER BY a.id
RETURN d.origin AS origin, d.id AS document, coalesce(d.title, d.headline) AS title, d.source AS source, d.publishedAt AS published, collect(DISTINCT a.language) AS languages
ORDER BY origin, document
