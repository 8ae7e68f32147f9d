// Writes traces: their properties are replaced, their labels added.
UNWIND $rows AS row
MERGE (n:Trace {key: row.id})
SET n = row.properties
SET n:$(row.labels)
