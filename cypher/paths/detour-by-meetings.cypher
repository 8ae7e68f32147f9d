// Whether a path by meetings, of which the nodes are told one after the other, has a longer one beside it: with one more step, through somebody whom it does not pass and who is no hub.
UNWIND range(0, size($nodes) - 3, 2) AS position
MATCH (u) WHERE id(u) = $nodes[position]
MATCH (v) WHERE id(v) = $nodes[position + 2]
MATCH (u)-[r1:PARTICIPATED_IN]->(m)<-[r2:PARTICIPATED_IN]-(x)
WHERE NOT id(m) IN $nodes AND NOT id(x) IN $nodes AND NOT x:Country AND NOT x:Place
  AND (r1.status IS NULL OR r1.status IN $statuses) AND (r2.status IS NULL OR r2.status IN $statuses)
WITH u, v, m, x WHERE COUNT { (x)-[:PARTICIPATED_IN]->() } <= $hubDegree
MATCH (x)-[r3:PARTICIPATED_IN]->(n)<-[r4:PARTICIPATED_IN]-(v)
WHERE n <> m AND NOT id(n) IN $nodes AND (r3.status IS NULL OR r3.status IN $statuses) AND (r4.status IS NULL OR r4.status IN $statuses)
RETURN x.id AS through
LIMIT 1
