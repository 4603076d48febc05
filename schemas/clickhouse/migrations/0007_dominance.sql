-- Nobody's part of a figure may be over half, also of attempts that came to nothing: whose leg it is stands beside the key
-- that counts as a person, and each cell says which part of its failures one caller has. Cells are counted anew
-- (services/rollup/cells.ts, CELLS_VERSION).

ALTER TABLE graded_legs ADD COLUMN IF NOT EXISTS caller_key Nullable(UUID) COMMENT 'Whose leg it is, also where it came to nothing; NULL: of nobody, or of a machine' AFTER person_ident;
ALTER TABLE cube_day ADD COLUMN IF NOT EXISTS top_failed_mp UInt64 COMMENT 'Largest part of the failed legs that one caller has, milli-percent, rounded up; people only' AFTER top_ms_mp;
ALTER TABLE cube_month ADD COLUMN IF NOT EXISTS top_failed_mp UInt64 COMMENT 'Largest part of the failed legs that one caller has, milli-percent, rounded up; people only' AFTER top_ms_mp;
ALTER TABLE sealed_legs ADD COLUMN IF NOT EXISTS caller_key Nullable(UUID) COMMENT 'Whose leg it is, also where it came to nothing' AFTER person_ident;
