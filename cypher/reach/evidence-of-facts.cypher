// The evidence for meetings and relations.
MATCH (e:Evidence)
WHERE e.fact IN $facts
RETURN e
