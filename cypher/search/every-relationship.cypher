// Every relationship with the keys of its ends, for the canonical dump.
MATCH (a)-[r]->(b)
RETURN type(r) AS type, coalesce(a.id, a.key) AS start, coalesce(b.id, b.key) AS end, properties(r) AS properties
