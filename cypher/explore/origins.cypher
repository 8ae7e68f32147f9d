// Which documents tell one report: copies, rewrites, translations?
MATCH (d:Document)
WITH d.origin AS origin, d
ORDER BY d.id
RETURN origin, count(d) AS documents, collect(d.id) AS ids
ORDER BY documents DESC, origin
