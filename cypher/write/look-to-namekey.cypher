// Writes relationships from Look to NameKey.
UNWIND $rows AS row
MATCH (a:Look {id: row.from})
MATCH (b:NameKey {key: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
