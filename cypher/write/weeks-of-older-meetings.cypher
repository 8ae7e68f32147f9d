// Meetings that were written before they stood under weeks stand where they are always looked for, until their documents are read again.
MATCH (:Meeting)<-[one:PARTICIPATED_IN]-(:Actor)
WITH one LIMIT 1
WHERE one.accounts IS NULL
MATCH (who)-[r:PARTICIPATED_IN|HELD_IN]-(:Meeting)
WHERE NOT who:Meeting AND r.accounts IS NULL
SET r.accounts = who.id + ' open'
