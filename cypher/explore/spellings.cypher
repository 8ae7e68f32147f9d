// Under which names does somebody go? --param actor="Khalifa Haftar"
MATCH (a:Actor {name: $actor})
RETURN a.name AS name, a.aliases AS aliases
ORDER BY a.id
