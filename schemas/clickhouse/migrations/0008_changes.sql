-- A figure of failures, or of one way of measuring, is compared between two revisions by the legs that differ in it, not by
-- all that differ in anything. What was remembered before has no failure: it cannot be told whether such a leg differs
-- (services/rollup/sql/sealed_changed.sql), so that earlier figures are kept wherever it may.

ALTER TABLE sealed_legs ADD COLUMN IF NOT EXISTS failure LowCardinality(String) COMMENT 'How it failed; none: it did not; empty: neither this nor its grades are remembered';
ALTER TABLE sealed_legs ADD COLUMN IF NOT EXISTS measured_hash UInt64 COMMENT 'Of its grades by measurements and of what was measured; 0: not graded so';
ALTER TABLE sealed_legs ADD COLUMN IF NOT EXISTS windows LowCardinality(String) COMMENT 'Its grade by windows; empty: not graded so';
ALTER TABLE sealed_legs ADD COLUMN IF NOT EXISTS alarms LowCardinality(String) COMMENT 'Its grade by alarms; empty: not graded so';
