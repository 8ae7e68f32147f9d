// Finds the meetings of an actor of which accounts of a week can be.
CREATE INDEX participated_in_accounts IF NOT EXISTS FOR ()-[r:PARTICIPATED_IN]-() ON (r.accounts)
