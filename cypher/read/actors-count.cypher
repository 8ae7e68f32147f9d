// How many actors and places there are.
MATCH (n:Actor|Place)
WHERE ($kinds IS NULL OR any(label IN labels(n) WHERE toLower(label) IN $kinds) OR n.kind IN $kinds)
  AND ($documents IS NULL OR EXISTS { MATCH (s:Sighting)-[:OF]->(n) WHERE split(s.article, '/')[0] IN $documents })
  AND ($about IS NULL OR EXISTS { MATCH (s:Sighting)-[:OF]->(n) WHERE any(words IN s.descriptions WHERE toLower(words) CONTAINS $about) }
    OR EXISTS { MATCH (n)-[office:HOLDS_POSITION]->() WHERE toLower(office.title) CONTAINS $about })
RETURN count(n)
