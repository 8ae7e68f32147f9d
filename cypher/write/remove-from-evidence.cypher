// Removes relationships that start at Evidence.
UNWIND $rows AS row
MATCH (a:Evidence {id: row.from})-[r:$(row.type) {id: row.id}]->()
DELETE r
