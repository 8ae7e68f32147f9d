// One step of a path search: every relationship of these types at the frontier; a node that has more than $most of them yields one row without a relationship.
UNWIND range(0, size($frontier) - 1) AS position
MATCH (n) WHERE id(n) = $frontier[position]
WITH position, n, $most IS NOT NULL AND COUNT { (n)-[r]-() WHERE $most IS NOT NULL AND type(r) IN $types } > $most AS isHub
OPTIONAL MATCH (n)-[r]-(m) WHERE NOT isHub AND type(r) IN $types AND ($statuses IS NULL OR r.status IS NULL OR r.status IN $statuses)
WITH position, n, isHub, r, m WHERE isHub OR r IS NOT NULL
RETURN position, id(r) AS relationship, type(r) AS type, startNode(r) = n AS outgoing, id(m) AS to, labels(m) AS labels
