// Writes relationships from Actor to NameKey.
UNWIND $rows AS row
MATCH (a:Actor {id: row.from})
MATCH (b:NameKey {key: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
