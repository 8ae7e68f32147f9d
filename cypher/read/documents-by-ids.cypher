// Documents by their ids, without their texts.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN id, coalesce(d.title, d.headline), d.source, d.publishedAt, d.origin, d.extraction
