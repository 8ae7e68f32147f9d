// Writes documents: their properties are replaced, their labels added.
UNWIND $rows AS row
MERGE (n:Document {id: row.id})
SET n = row.properties
SET n:$(row.labels)
