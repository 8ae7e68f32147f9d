// The sentences that tell facts, with who is named, who is quoted and the document.
UNWIND $facts AS fact
MATCH (e:Evidence {fact: fact})-[:IN]->(:Article)-[:IN]->(d:Document)
OPTIONAL MATCH (x:Sighting)-[:OF]->(who:Actor)
WHERE x.id IN e.participants
WITH fact, e, d, who ORDER BY who.id
WITH fact, e, d, collect(who.id) AS named
OPTIONAL MATCH (speaker:Sighting {id: e.saidBy})-[:OF]->(sayer)
RETURN fact, e.id, e.quote, e.start, e.end, e.status, named, coalesce(sayer.name, speaker.name) AS saidBy, d.id, coalesce(d.title, d.headline), d.source, d.publishedAt, d.origin
ORDER BY fact, e.id
LIMIT $most
