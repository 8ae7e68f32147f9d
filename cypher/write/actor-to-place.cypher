// Writes relationships from Actor to Place.
UNWIND $rows AS row
MATCH (a:Actor {id: row.from})
MATCH (b:Place {id: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
