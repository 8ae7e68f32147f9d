// Likewise of relationships, and whether they hold.
MATCH ()-[r]->()
WHERE id(r) IN $ties
RETURN id(r) AS tie, r.id AS id, r.status AS status
