// Who or what now holds the member that an old id was made from.
OPTIONAL MATCH (s:Sighting {memberId: $id})-[:OF]->(a)
OPTIONAL MATCH (e:Evidence {memberId: $id})-[:OF]->(m:Meeting)
WITH coalesce(a, m) AS n
WHERE n IS NOT NULL
RETURN DISTINCT n, 0 AS shared
