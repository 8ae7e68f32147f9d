// Removes relationships that start at Look.
UNWIND $rows AS row
MATCH (a:Look {id: row.from})-[r:$(row.type) {id: row.id}]->()
DELETE r
