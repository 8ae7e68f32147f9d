// Documents that another version of the extraction read.
MATCH (d:Document)
WHERE d.extraction <> $version
RETURN d.id
ORDER BY d.id
