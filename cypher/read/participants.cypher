// Who took part in meetings, and as what.
UNWIND $ids AS id
MATCH (m:Meeting {id: id})<-[p:PARTICIPATED_IN]-(a:Actor)
RETURN id, a, p
ORDER BY id, a.id
