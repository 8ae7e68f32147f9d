// What tells actors apart: the offices they hold and whose family they are.
UNWIND $nodes AS node
MATCH (n)-[r:HOLDS_POSITION|FAMILY_OF]->(other)
WHERE id(n) = node
RETURN node, type(r) AS type, r.title AS title, r.relation AS relation, r.status AS status, size(r.documents) AS documents, other.name AS other
ORDER BY node, type DESC, documents DESC, title, relation, other
