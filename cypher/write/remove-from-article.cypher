// Removes relationships that start at Article.
UNWIND $rows AS row
MATCH (a:Article {id: row.from})-[r:$(row.type) {id: row.id}]->()
DELETE r
