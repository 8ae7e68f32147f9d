// The meetings that a text puts before or after these.
MATCH (m:Meeting)-[:BEFORE]-(other:Meeting)
WHERE m.id IN $ids
RETURN DISTINCT other.id AS id
