// What documents name.
MATCH (d:Document)<-[:IN]-(:Article)<-[:IN]-(n:Sighting)
WHERE d.id IN $documents
RETURN n
