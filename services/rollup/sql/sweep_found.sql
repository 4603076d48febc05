-- of scratch tables: it holds what one tenant's tombstones remove.
-- The sweep: how many subjects are found so far.
SELECT
  count() AS found               -- pairs of tombstone and subject
FROM {subjects:Identifier}
