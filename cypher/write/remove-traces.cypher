// Removes traces that no document leaves any more.
UNWIND $rows AS row
MATCH (n:Trace {key: row.id})
WHERE NOT (n)<-[:LEAVES]-()
DELETE n
