// What documents tell.
MATCH (d:Document)<-[:IN]-(:Article)<-[:IN]-(n:Evidence)
WHERE d.id IN $documents
RETURN n
