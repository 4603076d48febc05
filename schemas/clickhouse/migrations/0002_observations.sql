-- What passed the entry: one row says what one record says about one leg or one conference (schemas/observation.ts,
-- same names, same order, same words). A field that the record does not state is NULL, never '' and never 0.
--
-- Only exact repeats collapse (content_hash covers every field but ingested_at); choosing between versions of an event
-- is rollup's work. The day stands in the sort key, else FINAL would read every partition.
-- Retention class: facts (90 days). Retention drops the partition (tenant_id, fact_day); no TTL, because expired rows
-- would stay readable until a merge. Tombstones (mark = 'erased') go with the same partition.
CREATE TABLE IF NOT EXISTS observations
(
  -- identity
  tenant_id       LowCardinality(String)           COMMENT 'Slug of the customer',
  fact_day        Date                             COMMENT 'UTC day of the subject''s start if the record states it, else of the event',
  subject         LowCardinality(String)           COMMENT 'leg or conference',
  subject_key     UUID                             COMMENT 'Keyed hash of the subject''s native id',
  event_key       UUID                             COMMENT 'Keyed hash of the native event''s identity, never of its receipt',
  rev             UInt64                           COMMENT 'The source''s own order; the higher wins',
  config_rev      UInt32                           COMMENT 'Which configuration and decoder made the row; the higher wins among equal rev',
  record_key      Nullable(UUID)                   COMMENT 'Keyed hash of a record that newer versions replace',
  -- joins
  links           Array(UUID)                      COMMENT 'Other keys of the same subject, sorted, never its own',
  in_conference   Nullable(UUID)                   COMMENT 'Key of the conference that a leg names',
  name_key        Nullable(UUID)                   COMMENT 'Rotating key of a conference''s name, where it has no id',
  -- person
  person_key      Nullable(UUID)                   COMMENT 'Rotating key of the person at the far end',
  person_ident    LowCardinality(Nullable(String)) COMMENT 'What the person key was made of: address, phone, directory',
  kind            LowCardinality(Nullable(String)) COMMENT 'What is at the far end: room, user, pstn, guest ...',
  internal        Nullable(Bool)                   COMMENT 'Of one of the customer''s own domains',
  role            LowCardinality(Nullable(String)) COMMENT 'host, guest or unknown',
  mark            LowCardinality(Nullable(String)) COMMENT 'erased: a tombstone; objected: the person is removed from the leg',
  -- origin
  platform        LowCardinality(Nullable(String)) COMMENT 'Whose record it was; NULL only in a tombstone',
  source_id       LowCardinality(Nullable(String)) COMMENT 'Slug of the source; NULL only in a tombstone',
  measuring_point LowCardinality(Nullable(String)) COMMENT 'Where quality was measured: service, client, device',
  -- time, ms since 1970 UTC
  event_ms        Nullable(Int64)                  COMMENT 'When the event happened; NULL only in a tombstone',
  start_ms        Nullable(Int64)                  COMMENT 'Start of the subject',
  answer_ms       Nullable(Int64)                  COMMENT 'When the leg was answered',
  end_ms          Nullable(Int64)                  COMMENT 'End of the subject',
  duration_ms     Nullable(UInt32)                 COMMENT 'Connected time; 0 for an unanswered attempt',
  ring_ms         Nullable(UInt32)                 COMMENT 'Time until the answer',
  -- way
  protocol        LowCardinality(Nullable(String)) COMMENT 'sip, h323, webrtc, app ...',
  direction       LowCardinality(Nullable(String)) COMMENT 'Seen from the service: in = the participant called',
  service         LowCardinality(Nullable(String)) COMMENT 'meeting, lecture, p2p, gateway ...',
  network         LowCardinality(Nullable(String)) COMMENT 'wired, wifi, mobile, vpn',
  transport       LowCardinality(Nullable(String)) COMMENT 'udp, tcp, tls, relay',
  encrypted       Nullable(Bool)                   COMMENT 'Whether media were encrypted',
  bw_up_kbps      Nullable(UInt32)                 COMMENT 'Negotiated bandwidth, participant to service, kbit/s',
  bw_down_kbps    Nullable(UInt32)                 COMMENT 'Negotiated bandwidth, service to participant, kbit/s',
  -- place
  room_id         LowCardinality(Nullable(String)) COMMENT 'A room that the customer declared as shared',
  site            LowCardinality(Nullable(String)) COMMENT 'Site id, or ambiguous, remote',
  site_by         LowCardinality(Nullable(String)) COMMENT 'How the site was found: room, ip, label, remote',
  -- equipment
  vendor          LowCardinality(Nullable(String)) COMMENT 'Vendor of the endpoint, from a closed table',
  model           LowCardinality(Nullable(String)) COMMENT 'Model, from a closed table',
  software        LowCardinality(Nullable(String)) COMMENT 'major.minor',
  device_class    LowCardinality(Nullable(String)) COMMENT 'room, desktop, mobile, browser ...',
  -- end
  end_class       LowCardinality(Nullable(String)) COMMENT 'How the leg ended, by class',
  end_code        LowCardinality(Nullable(String)) COMMENT 'The platform''s own reason, from an allow-list',
  sip_code        Nullable(UInt32)                 COMMENT 'SIP status',
  q850            Nullable(UInt32)                 COMMENT 'Q.850 cause',
  -- quality
  win_good        Nullable(UInt32)                 COMMENT 'Pexip windows of about 20 s graded good',
  win_ok          Nullable(UInt32)                 COMMENT 'the same, ok',
  win_bad         Nullable(UInt32)                 COMMENT 'the same, bad',
  win_terrible    Nullable(UInt32)                 COMMENT 'the same, terrible',
  alarm_loss_mp   Nullable(UInt32)                 COMMENT 'Share of the leg''s time in alarm for loss, milli-percent',
  alarm_jitter_mp Nullable(UInt32)                 COMMENT 'the same for jitter',
  alarm_rtt_mp    Nullable(UInt32)                 COMMENT 'the same for round trip',
  mos_c           Nullable(UInt32)                 COMMENT 'Mean opinion score, hundredths of a point',
  rating          Nullable(UInt32)                 COMMENT 'The user''s own rating, 1 to 5',
  -- Read from JSON objects keyed by name. Plain words: dictionaries inside an array cost more than they save.
  media Array(Tuple(
    kind          String,           -- audio, video, content
    dir           String,           -- up = participant to service
    codec         Nullable(String), -- from a closed list
    packets       Nullable(UInt32), -- received (up) or sent (down)
    lost          Nullable(UInt32), -- packets lost
    loss_mp       Nullable(UInt32), -- mean loss, milli-percent
    loss_max_mp   Nullable(UInt32), -- worst loss of a part of the leg, milli-percent
    jitter_us     Nullable(UInt32), -- mean jitter, microseconds
    jitter_max_us Nullable(UInt32), -- worst jitter
    rtt_us        Nullable(UInt32), -- mean round trip
    kbps          Nullable(UInt32), -- mean bit rate
    width         Nullable(UInt32), -- pixels
    height        Nullable(UInt32), -- pixels
    fps           Nullable(UInt32), -- frames per second, whole
    active_ms     Nullable(UInt32), -- how long the stream lived
    samples       Nullable(UInt32)  -- measurements behind the means
  ))                               COMMENT 'At most 6: one for each kind and direction',
  content_hash    UUID                             COMMENT 'Over every field above: same hash, same row',
  ingested_at     DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'Set by the database; what rollup has not yet seen'
)
ENGINE = ReplacingMergeTree
PARTITION BY (tenant_id, fact_day)
ORDER BY (tenant_id, fact_day, subject_key, event_key, content_hash)
SETTINGS
  -- Acknowledged means on the disk (invariant I3): one disk is all there is in the embedded default.
  fsync_after_insert = 1,
  fsync_part_directory = 1,
  -- A block that was stored before is dropped on arrival. Saves work only: its rows would collapse anyway.
  non_replicated_deduplication_window = 1000;
