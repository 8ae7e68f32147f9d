// How much the graph holds.
CALL { MATCH (n:Document) RETURN count(n) AS documents }
CALL { MATCH (n:Article) RETURN count(n) AS articles }
CALL { MATCH (n:Sighting) RETURN count(n) AS sightings }
CALL { MATCH (n:Evidence) RETURN count(n) AS evidence }
CALL { MATCH (n:Person) RETURN count(n) AS people }
CALL { MATCH (n:Organization) RETURN count(n) AS organizations }
CALL { MATCH (n:Country) RETURN count(n) AS countries }
CALL { MATCH (n:Place) RETURN count(n) AS places }
CALL { MATCH (n:Meeting) RETURN count(n) AS meetings }
CALL { MATCH (:Actor)-[r]->() WHERE type(r) <> 'KNOWN_AS' RETURN count(r) AS relationships }
RETURN documents, articles, sightings, evidence, people, organizations, countries, places, meetings, relationships
