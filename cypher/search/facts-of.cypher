// What is told about an actor: its meetings, latest first, with who else took part, and its ties.
MATCH (n)-[r]-(other)
WHERE id(n) = $node AND type(r) IN $types
OPTIONAL MATCH (other)<-[p:PARTICIPATED_IN]-(who:Actor)
WHERE other:Meeting AND id(who) <> $node
RETURN r, startNode(r) = n AS outgoing, other, p, who
ORDER BY coalesce(other.latest, r.until, r.lastReported, '') DESC, r.id, who.id
LIMIT $most
