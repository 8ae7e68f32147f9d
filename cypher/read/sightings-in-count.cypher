// How many sightings articles have.
UNWIND $ids AS id
MATCH (s:Sighting)-[:IN]->(:Article {id: id})
RETURN id, count(s)
