// Writes relationships from Sighting to Article.
UNWIND $rows AS row
MATCH (a:Sighting {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
