// The sightings that look so, but for some.
MATCH (s:Sighting)
WHERE s.look IN $looks AND NOT s.id IN $gone
RETURN s.id, s.look, s.article
