// Writes relationships from Sighting to Actor.
UNWIND $rows AS row
MATCH (a:Sighting {id: row.from})
MATCH (b:Actor {id: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
