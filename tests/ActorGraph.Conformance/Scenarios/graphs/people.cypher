// Three people who know each other, and a place that two of them visited.
CREATE (a:Person {name: 'Ada', born: 1970, tags: ['x', 'y']}),
    (b:Person {name: 'Bea', born: 1980}),
    (c:Person:Chief {name: 'Cem', born: 1980}),
    (d:Place {name: 'Derna'})
CREATE (a)-[:KNOWS {since: 2001}]->(b),
    (b)-[:KNOWS {since: 2011}]->(c),
    (a)-[:VISITED {day: date('2024-05-17')}]->(d),
    (c)-[:VISITED]->(d),
    (c)-[:KNOWS {since: 1999}]->(c)
