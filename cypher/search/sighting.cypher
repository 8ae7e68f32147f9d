// The sighting with an id, else the first that gave an actor this id.
MATCH (s:Sighting)
WHERE s.id = $id
RETURN s.id AS id, s.name AS name, s.type AS type
UNION
MATCH (s:Sighting)
WHERE s.memberId = $id
WITH s
ORDER BY s.id
LIMIT 1
RETURN s.id AS id, s.name AS name, s.type AS type
