// Removes actors with their relationships.
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
DETACH DELETE n
