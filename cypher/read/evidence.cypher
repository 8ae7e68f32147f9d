// The sentences that facts rest on, shortest first, some for each.
UNWIND $ids AS id
CALL (id) {
  MATCH (e:Evidence {fact: id})-[:IN]->(:Article)-[:IN]->(d:Document)
  RETURN e, d
  ORDER BY size(e.quote), d.id, e.start, e.id
  LIMIT $most
}
OPTIONAL MATCH (speaker:Sighting {id: e.saidBy})-[:OF]->(sayer)
RETURN id, e.quote, e.start, e.end, coalesce(sayer.name, speaker.name), d.id, coalesce(d.title, d.headline), d.source, d.publishedAt
ORDER BY id, size(e.quote), d.id, e.start, e.id
