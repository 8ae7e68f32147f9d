// Every Article held, to be resolved again.
MATCH (n:Article)
RETURN n
ORDER BY n.id
