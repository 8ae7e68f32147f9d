// One step of a path search: every relationship of these types at the frontier, or one row for a node that has too many.
UNWIND range(0, size($frontier) - 1) AS position
MATCH (n) WHERE id(n) = $frontier[position]
RETURN position
