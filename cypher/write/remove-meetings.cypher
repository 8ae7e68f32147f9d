// Removes meetings with their relationships.
UNWIND $rows AS row
MATCH (n:Meeting {id: row.id})
DETACH DELETE n
