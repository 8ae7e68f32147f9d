// The meetings that a text puts before or after meetings.
UNWIND $ids AS id
MATCH (m:Meeting {id: id})-[r:BEFORE]-(other:Meeting)
RETURN id, startNode(r) = m AS first, r, other
ORDER BY id, coalesce(other.latest, ''), other.id, first
