// Removes name-keys with their relationships.
UNWIND $rows AS row
MATCH (n:NameKey {key: row.id})
DETACH DELETE n
