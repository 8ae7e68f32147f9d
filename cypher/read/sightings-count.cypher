// How many sightings actors and places have.
UNWIND $ids AS id
OPTIONAL MATCH (a:Actor {id: id})
OPTIONAL MATCH (p:Place {id: id})
WITH id, coalesce(a, p) AS n
WHERE n IS NOT NULL
MATCH (s:Sighting)-[:OF]->(n)
RETURN id, count(s)
