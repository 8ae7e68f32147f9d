// Who took part in how many meetings?
MATCH (a:Person)
OPTIONAL MATCH (a)-[:PARTICIPATED_IN]->(m:Meeting {status: 'occurred'})
RETURN a.name AS name, count(DISTINCT m) AS meetings, a.id AS id
ORDER BY meetings DESC, id
