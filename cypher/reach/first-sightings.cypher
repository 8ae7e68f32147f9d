// The smallest sighting of each look, but for some.
UNWIND $looks AS look
MATCH (s:Sighting {look: look})
WHERE NOT s.id IN $gone
RETURN look, min(s.id)
