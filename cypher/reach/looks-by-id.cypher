// Looks by their ids.
MATCH (l:Look)
WHERE l.id IN $ids
RETURN l
