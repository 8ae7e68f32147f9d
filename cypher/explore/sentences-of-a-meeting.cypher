// Which sentences tell a meeting? Give its id: --param meeting=meeting:…
MATCH (e:Evidence)-[:OF]->(m:Meeting {id: $meeting}), (e)-[:IN]->(:Article)-[:IN]->(d:Document)
RETURN d.id AS document, e.start AS start, e.quote AS quote, e.rule AS rule
ORDER BY document, start
