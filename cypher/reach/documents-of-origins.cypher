// The documents of origins, each with what it is known by.
MATCH (d:Document)
WHERE d.origin IN $origins
OPTIONAL MATCH (d)-[:LEAVES]->(k:Trace)
RETURN d.id, d.origin, d.people, d.numbers, d.languages, collect(k.key)
