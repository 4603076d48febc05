-- What each delivery left behind (invariant I4; schemas/intake.ts, same names, same order). No value of a record.
--
-- An intake row is the last thing that is stored of a delivery: where it stands, its observations and refusals do too.
-- Retention class of both: intake (13 months). Retention drops the partition (tenant_id, month); no TTL.
CREATE TABLE IF NOT EXISTS intake
(
  tenant_id       LowCardinality(String) COMMENT 'Slug of the customer',
  day             Date                   COMMENT 'UTC day of receipt by our clock',
  source_id       LowCardinality(String) COMMENT 'Slug of the source',
  delivery_id     UUID                   COMMENT 'Ours, random; the platform gets it as x-avesqo-delivery',
  hour_ms         Int64                  COMMENT 'Receipt, cut to the hour, ms since 1970 UTC',
  records         UInt32                 COMMENT 'Records in the delivery = accepted + refused',
  accepted        UInt32                 COMMENT 'Records that were understood',
  refused         UInt32                 COMMENT 'Records that were not',
  refused_by_code Map(LowCardinality(String), UInt32) COMMENT 'How many for which reason (schemas/refusals.ts)',
  observations    UInt32                 COMMENT 'Rows stored in observations, tombstones included',
  dropped         UInt32                 COMMENT 'Accepted records of which nothing is stored',
  erased          UInt32                 COMMENT 'Tombstones among the observations',
  objected        UInt32                 COMMENT 'Observations without their person, by objection',
  ignored         UInt32                 COMMENT 'Values that were not read',
  bytes           UInt32                 COMMENT 'Size after inflation'
)
-- A cluster may deliver a row twice; it is the same row.
ENGINE = ReplacingMergeTree
PARTITION BY (tenant_id, toYYYYMM(day))
ORDER BY (tenant_id, day, source_id, delivery_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- One row for each refused record: enough to find and repair the sender, nothing of what the record said.
CREATE TABLE IF NOT EXISTS refused
(
  tenant_id   LowCardinality(String) COMMENT 'Slug of the customer',
  day         Date                   COMMENT 'UTC day of receipt by our clock',
  source_id   LowCardinality(String) COMMENT 'Slug of the source',
  delivery_id UUID                   COMMENT 'The delivery it came in',
  position    UInt32                 COMMENT 'Of the record in its delivery, from 0',
  code        LowCardinality(String) COMMENT 'Why (schemas/refusals.ts)',
  path        LowCardinality(String) COMMENT 'Where: keys of our own schema, other segments are *',
  bytes       UInt32                 COMMENT 'Size of the record',
  hash        UUID                   COMMENT 'Keyed hash of the record, key of the month: recognises a repeated one'
)
ENGINE = ReplacingMergeTree
PARTITION BY (tenant_id, toYYYYMM(day))
ORDER BY (tenant_id, day, source_id, delivery_id, position)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
