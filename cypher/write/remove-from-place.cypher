// Removes relationships that start at Place.
UNWIND $rows AS row
MATCH (a:Place {id: row.from})-[r:$(row.type) {id: row.id}]->()
DELETE r
