// How two actors are connected by meetings, wholly in one journey: the paths of fewest steps that pass no hub, first in the order of their ids, with the evidence of the first $first.
// Nothing is told where the ends have more than $most meetings or people around them, where the nearest path has more than three steps or is of other statuses, or where there is none.
MATCH (a:Actor {id: $from}) MATCH (b:Actor {id: $to})
WHERE COUNT { (a)-[:PARTICIPATED_IN]->() } <= $most AND COUNT { (b)-[:PARTICIPATED_IN]->() } <= $most
CALL (a) { MATCH (a)-[:PARTICIPATED_IN]->()<-[:PARTICIPATED_IN]-(x) RETURN collect(DISTINCT x) AS xs }
CALL (b) { MATCH (b)-[r:PARTICIPATED_IN]->(m)<-[q:PARTICIPATED_IN]-(y) RETURN collect(DISTINCT y) AS ys, collect([y, q, m, r]) AS ends }
WITH a, b, xs, ys, ends WHERE size(xs) <= $most AND size(ys) <= $most
WITH a, b, xs, ys, ends, [x IN xs WHERE x IN ys AND NOT x:Country AND NOT x:Place AND COUNT { (x)-[:PARTICIPATED_IN]->() } <= $hubDegree] AS between
CALL (a, b, xs, ys, ends, between) {
  WITH a, b, xs WHERE b IN xs
  MATCH (a)-[r1:PARTICIPATED_IN]->(m1)<-[r2:PARTICIPATED_IN]-(b)
  WHERE (r1.status IS NULL OR r1.status IN $statuses) AND (r2.status IS NULL OR r2.status IN $statuses)
  WITH a, b, m1, r1, r2 ORDER BY m1.id, id(r1), id(r2) LIMIT $wanted
  RETURN [a, m1, b] AS nodes, [r1, r2] AS ties
  UNION ALL
  WITH a, b, xs, ends, between WHERE NOT b IN xs AND size(between) > 0
  MATCH (a)-[r1:PARTICIPATED_IN]->(m1)<-[r2:PARTICIPATED_IN]-(x)
  WHERE x IN between AND (r1.status IS NULL OR r1.status IN $statuses) AND (r2.status IS NULL OR r2.status IN $statuses)
  UNWIND [end IN ends WHERE end[0] = x] AS end
  WITH a, b, m1, r1, r2, x, end[1] AS r3, end[2] AS m2, end[3] AS r4
  WHERE (r3.status IS NULL OR r3.status IN $statuses) AND (r4.status IS NULL OR r4.status IN $statuses)
  WITH a, b, m1, r1, r2, x, r3, m2, r4 ORDER BY m1.id, id(r1), x.id, id(r2), m2.id, id(r3), id(r4) LIMIT $wanted
  RETURN [a, m1, x, m2, b] AS nodes, [r1, r2, r3, r4] AS ties
  UNION ALL
  WITH a, b, xs, ys, ends, between WHERE NOT b IN xs AND size(between) = 0
  CALL (ys) {
    UNWIND ys AS y
    WITH y WHERE NOT y:Country AND NOT y:Place AND COUNT { (y)-[:PARTICIPATED_IN]->() } <= $hubDegree
    WITH collect(y) AS far UNWIND far AS y
    MATCH (y)-[:PARTICIPATED_IN]->(m)
    RETURN far, collect(m) AS reached
  }
  MATCH (a)-[r1:PARTICIPATED_IN]->(m1)
  WITH a, b, ends, reached, far, m1, r1 ORDER BY m1.id, id(r1)
  MATCH (m1)<-[r2:PARTICIPATED_IN]-(x)
  WHERE NOT x:Country AND NOT x:Place AND COUNT { (x)-[:PARTICIPATED_IN]->() } <= $hubDegree
  WITH a, b, ends, reached, far, m1, r1, x, r2 ORDER BY m1.id, id(r1), x.id, id(r2)
  MATCH (x)-[r3:PARTICIPATED_IN]->(m2) WHERE m2 IN reached
  WITH a, b, ends, far, m1, r1, x, r2, m2, r3 ORDER BY m1.id, id(r1), x.id, id(r2), m2.id, id(r3)
  MATCH (m2)<-[r4:PARTICIPATED_IN]-(y) WHERE y IN far
  UNWIND [end IN ends WHERE end[0] = y] AS end
  WITH a, b, m1, r1, x, r2, m2, r3, y, r4, end[1] AS r5, end[2] AS m3, end[3] AS r6
  WHERE (r1.status IS NULL OR r1.status IN $statuses) AND (r2.status IS NULL OR r2.status IN $statuses) AND (r3.status IS NULL OR r3.status IN $statuses)
    AND (r4.status IS NULL OR r4.status IN $statuses) AND (r5.status IS NULL OR r5.status IN $statuses) AND (r6.status IS NULL OR r6.status IN $statuses)
  WITH a, b, m1, r1, x, r2, m2, r3, y, r4, m3, r5, r6
  ORDER BY m1.id, id(r1), x.id, id(r2), m2.id, id(r3), y.id, id(r4), m3.id, id(r5), id(r6) LIMIT $wanted
  RETURN [a, m1, x, m2, y, m3, b] AS nodes, [r1, r2, r3, r4, r5, r6] AS ties
}
WITH collect([nodes, ties]) AS ways
CALL (ways) {
  UNWIND ways[..$first] AS way
  UNWIND [n IN way[0] WHERE n:Meeting] AS meeting
  WITH DISTINCT meeting
  MATCH (e:Evidence {fact: meeting.id})-[:IN]->(:Article)-[:IN]->(d:Document)
  OPTIONAL MATCH (x:Sighting)-[:OF]->(who:Actor) WHERE x.id IN e.participants
  WITH meeting, e, d, who ORDER BY who.id
  WITH meeting, e, d, collect(who.id) AS named
  OPTIONAL MATCH (speaker:Sighting {id: e.saidBy})-[:OF]->(sayer)
  WITH meeting, e, d, named, speaker, sayer ORDER BY meeting.id, e.id LIMIT $mostEvidence
  RETURN collect([meeting.id, e.id, e.quote, e.start, e.end, e.status, named, coalesce(sayer.name, speaker.name), d.id, coalesce(d.title, d.headline), d.source, d.publishedAt, d.origin]) AS evidence
}
CALL (ways) {
  UNWIND ways[..$first] AS way
  UNWIND [n IN way[0] WHERE n:Meeting] AS meeting
  WITH DISTINCT meeting
  MATCH (meeting)-[held:HELD_IN]->(place)
  WITH meeting, held, place ORDER BY meeting.id, held.depth, place.id
  RETURN collect([meeting.id, place]) AS places
}
RETURN ways, evidence, places
