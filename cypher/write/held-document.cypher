// Every Document held, to be resolved again.
MATCH (n:Document)
RETURN n
ORDER BY n.id
