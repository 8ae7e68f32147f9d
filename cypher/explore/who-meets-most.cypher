// Who takes part in most meetings?
MATCH (a:Actor)-[:PARTICIPATED_IN]->(m:Meeting)
WHERE m.status = 'occurred'
RETURN a.name AS name, count(DISTINCT m) AS meetings, a.id AS id
ORDER BY meetings DESC, id
LIMIT 20
