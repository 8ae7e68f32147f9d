// Who writes waits for who writes before.
CREATE CONSTRAINT write_turn IF NOT EXISTS FOR (n:WriteTurn) REQUIRE n.id IS UNIQUE
