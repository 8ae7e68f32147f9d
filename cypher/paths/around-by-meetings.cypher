// The meetings of actors, who took part in them, and all meetings of those: what a search by meetings needs first, in one journey.
// Around an end with more than $most of either only that end itself is told; a participant without a row of its own has more than $hubDegree meetings.
UNWIND $ends AS end
MATCH (a:Actor {id: end}) WHERE COUNT { (a)-[:PARTICIPATED_IN]-() } <= $most
MATCH (a)-[:PARTICIPATED_IN]->(m)
MATCH (m)<-[:PARTICIPATED_IN]-(x)
WITH a, collect(DISTINCT m) AS meetings, collect(DISTINCT x) AS participants
UNWIND CASE WHEN size(participants) > $most THEN [a] ELSE meetings + participants END AS n
WITH DISTINCT n
WHERE n:Meeting OR COUNT { (n)-[:PARTICIPATED_IN]-() } <= $hubDegree
MATCH (n)-[r:PARTICIPATED_IN]-(o)
WITH n, collect(id(r)) AS relationships, collect(id(o)) AS others
RETURN id(n) AS node, labels(n) AS labels, relationships, others, [] AS ties
