// What happened in a place? --param place=Benghazi
MATCH (m:Meeting)-[:HELD_IN]->(:Place {name: $place})
RETURN DISTINCT m.title AS meeting, m.kind AS kind, m.latest AS day
ORDER BY day, meeting
