// Writes relationships from Place to NameKey.
UNWIND $rows AS row
MATCH (a:Place {id: row.from})
MATCH (b:NameKey {key: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
