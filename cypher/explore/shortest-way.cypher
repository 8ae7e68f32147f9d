// By the fewest meetings, how are two connected? --param from="Ibrahim Kalin" --param to="Khalifa Haftar"
MATCH (a:Actor {name: $from}), (b:Actor {name: $to}), p = shortestPath((a)-[:PARTICIPATED_IN*..10]-(b))
RETURN length(p) / 2 AS steps, [n IN nodes(p) | coalesce(n.name, n.title)] AS way
