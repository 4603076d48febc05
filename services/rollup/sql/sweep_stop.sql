-- across tenants: ends what a sweep that was killed has left running; its table is about to be dropped.
KILL MUTATION WHERE database = currentDatabase() AND table = 'observations' AND NOT is_done
  AND position(command, 'sweep_subjects') > 0
SYNC
