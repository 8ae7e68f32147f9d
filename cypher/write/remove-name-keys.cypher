// Removes keys that nobody is known by any more.
UNWIND $rows AS row
MATCH (n:NameKey {key: row.id})
WHERE NOT (n)<-[:KNOWN_AS]-()
DELETE n
