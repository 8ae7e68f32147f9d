// Removes relationships that start at Sighting.
UNWIND $rows AS row
MATCH (a:Sighting {id: row.from})-[r:$(row.type) {id: row.id}]->()
DELETE r
