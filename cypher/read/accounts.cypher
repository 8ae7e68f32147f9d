// Meetings as each article tells them: the speaker, the participants and the places in its own words.
UNWIND $ids AS id
MATCH (m:Meeting {id: id})<-[:OF]-(e:Evidence)-[:IN]->(:Article)-[:IN]->(d:Document)
OPTIONAL MATCH (speaker:Sighting {id: e.saidBy})-[:OF]->(sayer)
RETURN id, e, d.id, coalesce(d.title, d.headline), d.source, d.publishedAt, coalesce(sayer.name, speaker.name),
  COLLECT { UNWIND e.participants AS told MATCH (s:Sighting {id: told})-[:OF]->(who) RETURN [told, s.name, who.id] },
  COLLECT { UNWIND e.places AS told MATCH (s:Sighting {id: told})-[:OF]->(place) RETURN [told, s.name, place.id] }
ORDER BY id, d.id, e.start, e.id
