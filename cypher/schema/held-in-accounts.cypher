// Finds the meetings held in a place of which accounts of a week can be.
CREATE INDEX held_in_accounts IF NOT EXISTS FOR ()-[r:HELD_IN]-() ON (r.accounts)
