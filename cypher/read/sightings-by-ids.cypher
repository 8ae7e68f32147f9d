// Sightings by their ids.
UNWIND $ids AS id
MATCH (s:Sighting {id: id})
RETURN id, s
