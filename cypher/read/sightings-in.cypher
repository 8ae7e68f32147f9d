// Whom articles tell of, a page for each.
UNWIND $ids AS id
MATCH (x:Article {id: id})
CALL (x) {
  MATCH (s:Sighting)-[:IN]->(x)
  WHERE s.id > $after
  RETURN s
  ORDER BY s.id
  LIMIT $most
}
RETURN id, s
ORDER BY id, s.id
