// Finds who or what now holds the id that this evidence gave.
CREATE INDEX evidence_member IF NOT EXISTS FOR (n:Evidence) ON (n.memberId)
