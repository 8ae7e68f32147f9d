// Whom sightings are of.
UNWIND $ids AS id
MATCH (:Sighting {id: id})-[:OF]->(n)
RETURN id, n
