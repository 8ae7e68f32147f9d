// The articles of documents.
MATCH (d:Document)<-[:IN]-(n:Article)
WHERE d.id IN $documents
RETURN n
