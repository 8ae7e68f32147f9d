// How sightings look, and whom they belong to.
MATCH (s:Sighting)
WHERE s.id IN $ids
MATCH (s)-[:OF]->(n)
RETURN s.id, s.look, n.id
