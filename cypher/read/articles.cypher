// The articles of documents.
UNWIND $ids AS id
MATCH (x:Article)-[:IN]->(d:Document {id: id})
RETURN id, x, d.id, substring(d.text, x.start, x.end - x.start)
ORDER BY id, x.start
