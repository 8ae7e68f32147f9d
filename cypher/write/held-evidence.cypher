// Every Evidence held, to be resolved again.
MATCH (n:Evidence)
RETURN n
ORDER BY n.id
