// What evidence is for.
UNWIND $rows AS row
MATCH (e:Evidence {id: row.id})
SET e.fact = row.fact
