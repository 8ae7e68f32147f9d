// As around-by-meetings.cypher, along every relationship that a path follows unless told otherwise: whom the ends have ties to, whom they met, and all that these met and have ties to.
UNWIND $ends AS end
MATCH (a:Actor {id: end}) WHERE COUNT { (a)-[:PARTICIPATED_IN|HOLDS_POSITION|DEPUTY_OF|FAMILY_OF|MEMBER_OF|PART_OF|SUPPORTS|OPPOSES|CONTROLS|APPOINTED|POSTED_TO|DEPLOYED_IN]-() } <= $most
MATCH (a)-[:PARTICIPATED_IN|HOLDS_POSITION|DEPUTY_OF|FAMILY_OF|MEMBER_OF|PART_OF|SUPPORTS|OPPOSES|CONTROLS|APPOINTED|POSTED_TO|DEPLOYED_IN]-(m)
OPTIONAL MATCH (m)<-[:PARTICIPATED_IN]-(x)
WITH a, collect(DISTINCT m) AS nearest, collect(DISTINCT x) AS participants
UNWIND CASE WHEN size(participants) > $most THEN [a] ELSE [a] + nearest + participants END AS n
WITH DISTINCT n
WHERE n:Meeting OR COUNT { (n)-[:PARTICIPATED_IN|HOLDS_POSITION|DEPUTY_OF|FAMILY_OF|MEMBER_OF|PART_OF|SUPPORTS|OPPOSES|CONTROLS|APPOINTED|POSTED_TO|DEPLOYED_IN]-() } <= $hubDegree
OPTIONAL MATCH (n)-[r:PARTICIPATED_IN]-(o)
WITH n, collect(id(r)) AS relationships, collect(id(o)) AS others
RETURN id(n) AS node, labels(n) AS labels, relationships, others,
  [(n)-[r:HOLDS_POSITION|DEPUTY_OF|FAMILY_OF|MEMBER_OF|PART_OF|SUPPORTS|OPPOSES|CONTROLS|APPOINTED|POSTED_TO|DEPLOYED_IN]-(o) | [id(r), id(o), type(r), startNode(r) = n, labels(o)]] AS ties
