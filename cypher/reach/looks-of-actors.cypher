// Every look of actors and places.
MATCH (l:Look)
WHERE l.actor IN $actors
RETURN l
