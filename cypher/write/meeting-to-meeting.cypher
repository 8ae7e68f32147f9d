// Writes relationships from Meeting to Meeting.
UNWIND $rows AS row
MATCH (a:Meeting {id: row.from})
MATCH (b:Meeting {id: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
