// Removes relationships that start at Document.
UNWIND $rows AS row
MATCH (a:Document {id: row.from})-[r:$(row.type) {id: row.id}]->()
DELETE r
