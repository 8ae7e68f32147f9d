// Every Sighting held, to be resolved again.
MATCH (n:Sighting)
RETURN n
ORDER BY n.id
