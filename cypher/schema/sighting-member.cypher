// Finds who or what now holds the id that this sighting gave.
CREATE INDEX sighting_member IF NOT EXISTS FOR (n:Sighting) ON (n.memberId)
