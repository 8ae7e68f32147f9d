// Actors and places by id, after one of them.
MATCH (n:Actor|Place)
WHERE n.id > $after
  AND ($kinds IS NULL OR any(label IN labels(n) WHERE toLower(label) IN $kinds) OR n.kind IN $kinds)
  AND ($documents IS NULL OR EXISTS { MATCH (s:Sighting)-[:OF]->(n) WHERE split(s.article, '/')[0] IN $documents })
  AND ($about IS NULL OR EXISTS { MATCH (s:Sighting)-[:OF]->(n) WHERE any(words IN s.descriptions WHERE toLower(words) CONTAINS $about) }
    OR EXISTS { MATCH (n)-[office:HOLDS_POSITION]->() WHERE toLower(office.title) CONTAINS $about })
RETURN n
ORDER BY n.id
LIMIT $most
