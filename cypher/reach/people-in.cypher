// The people that documents name, as each is seen there.
MATCH (d:Document)<-[:IN]-(:Article)<-[:IN]-(s:Sighting {type: 'person'})
WHERE d.id IN $documents
MATCH (s)-[:OF]->(n)
RETURN d.id, s.id, s.look, n.id, s.names
