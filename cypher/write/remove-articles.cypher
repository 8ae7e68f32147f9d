// Removes articles with their relationships.
UNWIND $rows AS row
MATCH (n:Article {id: row.id})
DETACH DELETE n
