// The texts of documents.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN id, d.text
