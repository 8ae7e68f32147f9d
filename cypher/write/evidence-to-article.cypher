// Writes relationships from Evidence to Article.
UNWIND $rows AS row
MATCH (a:Evidence {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties
