// Removes places with their relationships.
UNWIND $rows AS row
MATCH (n:Place {id: row.id})
DETACH DELETE n
