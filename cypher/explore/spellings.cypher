// Who is called by most names?
MATCH (a:Actor)
WHERE size(a.aliases) > 0
RETURN a.name AS name, a.aliases AS aliases, a.id AS id
ORDER BY size(a.aliases) DESC, id
LIMIT 20
