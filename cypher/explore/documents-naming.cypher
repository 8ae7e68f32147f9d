// Which documents name all of some actors? --param names='["Ibrahim Kalin", "Khalifa Haftar"]'
MATCH (d:Document)
WHERE all(name IN $names WHERE EXISTS { MATCH (d)<-[:IN]-(:Article)<-[:IN]-(:Sighting)-[:OF]->(:Actor {name: name}) })
RETURN d.id AS document, coalesce(d.title, d.headline) AS title
ORDER BY document
