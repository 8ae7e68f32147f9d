// Every Decision held, to be resolved again.
MATCH (n:Decision)
RETURN n
ORDER BY n.id
