// The evidence in articles.
MATCH (a:Article)<-[:IN]-(e:Evidence)
WHERE a.id IN $articles
RETURN e
