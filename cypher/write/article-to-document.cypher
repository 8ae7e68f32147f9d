// Writes relationships from Article to Document.
UNWIND $rows AS row
MATCH (a:Article {id: row.from})
MATCH (b:Document {id: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
