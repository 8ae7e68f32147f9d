// Relationships by their ids, found by the sentences that tell them.
UNWIND $ids AS id
MATCH (e:Evidence {fact: id})
WITH id, collect(coalesce(e.person, e.a))[0] AS told
MATCH (:Sighting {id: told})-[:OF]->(a)-[r {id: id}]->(b)
RETURN id, r, a, b
