// Which sentences of which documents tell a meeting? Give its id: --param meeting=meeting:…
MATCH (m:Meeting {id: $meeting})<-[:OF]-(e:Evidence)-[:IN]->(:Article)-[:IN]->(d:Document)
RETURN coalesce(d.title, d.headline) AS document, e.quote AS quote
ORDER BY d.id, e.start
