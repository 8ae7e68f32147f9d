// Removes sightings with their relationships.
UNWIND $rows AS row
MATCH (n:Sighting {id: row.id})
DETACH DELETE n
