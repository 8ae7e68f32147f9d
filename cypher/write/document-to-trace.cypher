// Writes relationships from Document to Trace.
UNWIND $rows AS row
MATCH (a:Document {id: row.from})
MATCH (b:Trace {key: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
