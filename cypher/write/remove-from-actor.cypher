// Removes relationships that start at Actor.
UNWIND $rows AS row
MATCH (a:Actor {id: row.from})-[r:$(row.type) {id: row.id}]->()
DELETE r
