// Evidence by its ids.
UNWIND $ids AS id
MATCH (e:Evidence {id: id})-[:IN]->(:Article)-[:IN]->(d:Document)
OPTIONAL MATCH (speaker:Sighting {id: e.saidBy})-[:OF]->(sayer)
RETURN id, e.quote, e.start, e.end, coalesce(sayer.name, speaker.name), d.id, coalesce(d.title, d.headline), d.source, d.publishedAt
