// Which documents are there, and how much does each tell?
MATCH (d:Document)
OPTIONAL MATCH (d)<-[:IN]-(a:Article)
OPTIONAL MATCH (a)<-[:IN]-(e:Evidence)
RETURN d.id AS document, d.title AS title, d.source AS source, d.publishedAt AS published, count(DISTINCT a) AS articles, count(DISTINCT e) AS facts
ORDER BY document
