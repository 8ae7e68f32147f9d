// What people decided about who is who, oldest first, with who holds the sightings now.
MATCH (d:Decision)
OPTIONAL MATCH (a:Sighting {id: d.a})-[:OF]->(x)
OPTIONAL MATCH (b:Sighting {id: d.b})-[:OF]->(y)
RETURN d.id, d.a, d.b, d.verdict, d.author, d.at, d.reason, d.undoes, a.name, x.id, x.name, b.name, y.id, y.name
ORDER BY d.at, d.id
