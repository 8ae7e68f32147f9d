// Where meetings were held, the narrowest place first.
UNWIND $meetings AS meeting
MATCH (m:Meeting {id: meeting})-[held:HELD_IN]->(place)
RETURN meeting, place
ORDER BY meeting, held.depth, place.id
