// Documents, last published first, after one of them; those of an unknown day come last.
MATCH (d:Document)
WHERE (coalesce(d.publishedAt, '') < $day OR (coalesce(d.publishedAt, '') = $day AND d.id > $after))
  AND ($source IS NULL OR toLower(d.source) = $source) AND ($since IS NULL OR d.publishedAt >= $since) AND ($until IS NULL OR d.publishedAt <= $until)
  AND ($origin IS NULL OR d.origin = $origin) AND ($about IS NULL OR toLower(d.text) CONTAINS $about OR toLower(coalesce(d.title, '')) CONTAINS $about)
  AND ($naming IS NULL OR all(who IN $naming WHERE EXISTS { MATCH (d)<-[:IN]-(:Article)<-[:IN]-(:Sighting)-[:OF]->(n) WHERE n.id = who }))
RETURN d.id, coalesce(d.title, d.headline), d.source, d.publishedAt
ORDER BY coalesce(d.publishedAt, '') DESC, d.id
LIMIT $most
