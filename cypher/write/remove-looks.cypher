// Removes looks with their relationships.
UNWIND $rows AS row
MATCH (n:Look {id: row.id})
DETACH DELETE n
