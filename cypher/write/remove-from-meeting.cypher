// Removes relationships that start at Meeting.
UNWIND $rows AS row
MATCH (a:Meeting {id: row.from})-[r:$(row.type) {id: row.id}]->()
DELETE r
