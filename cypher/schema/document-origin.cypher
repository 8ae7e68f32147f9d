// Finds the documents of an origin.
CREATE INDEX document_origin IF NOT EXISTS FOR (n:Document) ON (n.origin)
