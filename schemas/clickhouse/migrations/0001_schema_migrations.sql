-- Which migrations this database has. Written by services/shared/clickhouse/migrations.ts alone.
-- Retention class: installation. Says nothing about anybody.
CREATE TABLE IF NOT EXISTS schema_migrations
(
  number     UInt32                COMMENT 'The number at the head of the file''s name',
  name       String                COMMENT 'The file''s name',
  checksum   String                COMMENT 'SHA-256 of the file, hex: a file that has run never changes',
  applied_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it ran, the database''s real time'
)
ENGINE = MergeTree
ORDER BY number
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
