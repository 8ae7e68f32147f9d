// Where do documents contradict each other?
MATCH (m:Meeting {disputed: true})<-[:OF]-(e:Evidence)
RETURN m.id AS meeting, m.title AS title, e.dateText AS told, e.quote AS quote
ORDER BY meeting, quote
