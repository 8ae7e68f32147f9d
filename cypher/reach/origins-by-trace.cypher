// The origins of documents that share enough turns of phrase, or any three people, with another.
UNWIND $rows AS row
MATCH (k:Trace)
WHERE k.key IN row.keys
MATCH (d:Document)-[:LEAVES]->(k)
WITH row, d, sum(CASE WHEN k.key STARTS WITH 'w' THEN 1 ELSE 0 END) AS phrases, count(k) AS shared
WHERE phrases < shared OR phrases >= $least AND phrases >= $share * CASE WHEN d.phrases < row.phrases THEN d.phrases ELSE row.phrases END
RETURN DISTINCT d.origin
