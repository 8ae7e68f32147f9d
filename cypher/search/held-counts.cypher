// How many documents and decisions are held: when either changes, answers may.
CALL { MATCH (d:Document) RETURN count(d) AS documents }
CALL { MATCH (d:Decision) RETURN count(d) AS decisions }
RETURN documents, decisions
