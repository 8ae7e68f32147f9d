// Finds how an actor looks.
CREATE INDEX look_actor IF NOT EXISTS FOR (n:Look) ON (n.actor)
