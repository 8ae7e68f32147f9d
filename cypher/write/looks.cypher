// Writes looks: their properties are replaced, their labels added.
UNWIND $rows AS row
MERGE (n:Look {id: row.id})
SET n = row.properties
SET n:$(row.labels)
