// nodes.cypher, ties.cypher, evidence.cypher and meeting-places.cypher in one row: on a server every statement costs about as much as a journey.
WITH 1 AS once
CALL (once) { MATCH (n) WHERE id(n) IN $nodes RETURN collect(n) AS nodes }
CALL (once) { MATCH ()-[r]->() WHERE id(r) IN $ties RETURN collect(r) AS ties }
CALL (once) {
  UNWIND $facts AS fact
  MATCH (e:Evidence {fact: fact})-[:IN]->(:Article)-[:IN]->(d:Document)
  OPTIONAL MATCH (x:Sighting)-[:OF]->(who:Actor) WHERE x.id IN e.participants
  WITH fact, e, d, who ORDER BY who.id
  WITH fact, e, d, collect(who.id) AS named
  OPTIONAL MATCH (speaker:Sighting {id: e.saidBy})-[:OF]->(sayer)
  WITH fact, e, d, named, speaker, sayer ORDER BY fact, e.id LIMIT $most
  RETURN collect([fact, e.id, e.quote, e.start, e.end, e.status, named, coalesce(sayer.name, speaker.name), d.id, coalesce(d.title, d.headline), d.source, d.publishedAt, d.origin]) AS evidence
}
CALL (once) {
  UNWIND $meetings AS meeting
  MATCH (m:Meeting {id: meeting})-[held:HELD_IN]->(place)
  WITH meeting, held, place ORDER BY meeting, held.depth, place.id
  RETURN collect([meeting, place]) AS places
}
RETURN nodes, ties, evidence, places
