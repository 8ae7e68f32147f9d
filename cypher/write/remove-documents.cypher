// Removes documents with their relationships.
UNWIND $rows AS row
MATCH (n:Document {id: row.id})
DETACH DELETE n
