// Writes relationships from Meeting to Actor.
UNWIND $rows AS row
MATCH (a:Meeting {id: row.from})
MATCH (b:Actor {id: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
