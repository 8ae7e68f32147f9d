// Takes the turn to write: the key is locked until the transaction ends, and nothing of it stays.
MERGE (n:WriteTurn {id: 'turn'})
DELETE n
