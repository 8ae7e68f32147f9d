// Finds the sightings that look so.
CREATE INDEX sighting_look IF NOT EXISTS FOR (n:Sighting) ON (n.look)
