// What is told about actors, some of it for each: their meetings, latest first, with who else took part, and their ties.
MATCH (n)
WHERE id(n) IN $nodes
CALL (n) {
  MATCH (n)-[r]-(other)
  WHERE type(r) IN $types
  OPTIONAL MATCH (other)<-[p:PARTICIPATED_IN]-(who:Actor)
  WHERE other:Meeting AND who <> n
  RETURN r, startNode(r) = n AS outgoing, other, p, who
  ORDER BY coalesce(other.latest, r.until, r.lastReported, '') DESC, r.id, who.id
  LIMIT $most
}
RETURN id(n) AS node, r, outgoing, other, p, who
ORDER BY n.id, coalesce(other.latest, r.until, r.lastReported, '') DESC, r.id, who.id
