// Writes relationships from Actor to Meeting; from the meeting's side, which has fewer.
UNWIND $rows AS row
MATCH (a:Actor {id: row.from})
MATCH (b:Meeting {id: row.to})
MERGE (b)<-[r:$(row.type) {id: row.id}]-(a)
SET r = row.properties
