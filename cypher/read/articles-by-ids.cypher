// Articles by their ids.
UNWIND $ids AS id
MATCH (x:Article {id: id})-[:IN]->(d:Document)
RETURN id, x, d.id, substring(d.text, x.start, x.end - x.start)
