-- What is said about a tenant (schemas/published.ts, same names, same order), and from which legs it was made.

-- The figures of a month, one row a figure. A revision that does not stand in the control store's `publications` is of an
-- interrupted sealing: it is not read, and dropped before the next attempt.
-- Retention class: contract.
CREATE TABLE IF NOT EXISTS published
(
  population LowCardinality(String) COMMENT 'people or environment',
  cut        LowCardinality(String) COMMENT 'By what the figure is cut: tenant, site, site_platform ...',
  v1         String                 COMMENT 'Value of the cut''s first dimension; other: folded; empty: it has none',
  v2         String                 COMMENT 'The same of the second dimension',
  measure    LowCardinality(String) COMMENT 'Which figure',
  mark       LowCardinality(String) COMMENT 'shown; at_most, at_least: bounded; few: not shown',
  value      Nullable(Int64)        COMMENT 'The figure, rounded; NULL: not shown',
  low        Nullable(Int64)        COMMENT 'Lower end of its 95 % interval, rounded outward',
  high       Nullable(Int64)        COMMENT 'Upper end of its 95 % interval, rounded outward',
  kept       Bool                   COMMENT 'Of an earlier revision: too few persons changed to say the new one',
  tenant_id  LowCardinality(String) COMMENT 'Slug of the customer',
  month      Date                   COMMENT 'First day of the tenant-local month',
  revision   UInt32                 COMMENT 'Which sealing of the month'
)
ENGINE = MergeTree
PARTITION BY (tenant_id, month, revision)
ORDER BY (tenant_id, month, revision, population, cut, v1, v2, measure)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- What is said about a day, written once, two days after it.
-- Retention class: contract.
CREATE TABLE IF NOT EXISTS published_days
(
  day       Date                   COMMENT 'Tenant-local day',
  site      String                 COMMENT 'Site; empty: the tenant',
  measure   LowCardinality(String) COMMENT 'complete, taken, or a rate',
  mark      LowCardinality(String) COMMENT 'shown; at_most, at_least: bounded; few: not shown; none: there was nothing',
  value     Nullable(Int64)        COMMENT 'Whole per cent, as permille; NULL: not shown',
  tenant_id LowCardinality(String) COMMENT 'Slug of the customer'
)
ENGINE = MergeTree
PARTITION BY (tenant_id, day)
ORDER BY (tenant_id, day, site, measure)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- The legs of people that a revision was made of, as they then were: where a month is opened again, it is found with them
-- who has changed. Gone when the month freezes.
-- Retention class: facts (90 days).
CREATE TABLE IF NOT EXISTS sealed_legs
(
  tenant_id    LowCardinality(String)           COMMENT 'Slug of the customer',
  month        Date                             COMMENT 'First day of the tenant-local month',
  revision     UInt32                           COMMENT 'The revision that was made of it',
  leg_key      UUID                             COMMENT 'Of graded_legs',
  site         LowCardinality(String)           COMMENT 'Site id, remote, ambiguous, unknown',
  platform     LowCardinality(String)           COMMENT 'Platform',
  network      LowCardinality(String)           COMMENT 'wired, wifi, mobile, vpn, unknown',
  transport    LowCardinality(String)           COMMENT 'udp, tcp, tls, relay, unknown',
  model        LowCardinality(String)           COMMENT 'Vendor and model, unknown',
  software     LowCardinality(String)           COMMENT 'major.minor, unknown',
  size         LowCardinality(String)           COMMENT 'Most people and rooms in the conference at one moment, as a band',
  weekday      LowCardinality(String)           COMMENT 'Local weekday of the start; weekend is one',
  hour         LowCardinality(String)           COMMENT 'Local hour of the start; outside: before 8 and from 18 on',
  person_key   Nullable(UUID)                   COMMENT 'Person, only where the key counts',
  person_ident LowCardinality(Nullable(String)) COMMENT 'What that key was made of',
  ms           UInt32                           COMMENT 'Its length where it is connected, ms; else 0',
  row_hash     UInt64                           COMMENT 'Of all columns of the graded leg'
)
ENGINE = MergeTree
PARTITION BY (tenant_id, month, revision)
ORDER BY (tenant_id, month, revision, leg_key)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
