// Who or what now holds the members that old ids were made from.
UNWIND $ids AS id
OPTIONAL MATCH (s:Sighting {memberId: id})-[:OF]->(a)
OPTIONAL MATCH (e:Evidence {memberId: id})-[:OF]->(m:Meeting)
WITH id, coalesce(a, m) AS n
WHERE n IS NOT NULL
RETURN DISTINCT id, n
