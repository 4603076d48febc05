-- What rollup makes of the observations (schemas/leg.ts, same names, same order): one row a participation, counted once.
--
-- Never changed in place: a day is built beside the table and its partition swapped whole (services/rollup/swap.ts).
-- Plain MergeTree, because nothing has to be chosen when it is read.
-- Retention class: facts (90 days). Retention drops the partition (tenant_id, day); no TTL.
CREATE TABLE IF NOT EXISTS call_legs
(
  -- identity
  tenant_id       LowCardinality(String)           COMMENT 'Slug of the customer',
  day             Date                             COMMENT 'Tenant-local day of the start',
  leg_key         UUID                             COMMENT 'The smallest of the subject keys that are this leg',
  subjects        UInt32                           COMMENT 'How many subject keys are this leg',
  observations    UInt32                           COMMENT 'Rows that count, one an event',
  -- conference
  conference_key  Nullable(UUID)                   COMMENT 'The conference it names, smallest key of linked ones; else derived; NULL: of no conference',
  conference_by   LowCardinality(Nullable(String)) COMMENT 'stated: its records name it; derived: from a name key and the times',
  name_key        Nullable(UUID)                   COMMENT 'Rotating key of a conference''s name, where it has no id',
  -- person
  person_key      Nullable(UUID)                   COMMENT 'Rotating key of the person at the far end',
  person_ident    LowCardinality(Nullable(String)) COMMENT 'What the person key was made of: address, phone, directory',
  kind            LowCardinality(String)           COMMENT 'What is at the far end; across subjects the first in the order room, user, pstn, guest, unknown ...',
  internal        Nullable(Bool)                   COMMENT 'Of one of the customer''s own domains',
  role            LowCardinality(Nullable(String)) COMMENT 'host, guest or unknown',
  objected        Bool                             COMMENT 'The person objected: person, name and equipment are removed from the whole leg',
  -- origin, of the earliest observation
  platform        LowCardinality(String)           COMMENT 'Whose record was the earliest',
  source_id       LowCardinality(String)           COMMENT 'Slug of the source of the earliest record',
  measuring_point LowCardinality(Nullable(String)) COMMENT 'Where quality was measured: service, client, device',
  -- time, ms since 1970 UTC; of linked subjects the earliest start, the latest end, the longest stated duration
  start_ms        Int64                            COMMENT 'Start',
  start_by        LowCardinality(String)           COMMENT 'stated, counted_back (end less duration), observed',
  answer_ms       Nullable(Int64)                  COMMENT 'When it was first answered',
  end_ms          Int64                            COMMENT 'End, at most 24 h after the start',
  end_by          LowCardinality(String)           COMMENT 'stated, counted_on (start plus duration), conference or observed (imputed)',
  known_end_ms    Int64                            COMMENT 'Stated or counted on, else the last observation: what conferences are derived from',
  duration_ms     UInt32                           COMMENT 'The stated one, else end less start',
  capped          Bool                             COMMENT 'It was longer than 24 h and is cut',
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
  ))                               COMMENT 'At most 6: one for each kind and direction'
)
ENGINE = MergeTree
PARTITION BY (tenant_id, day)
ORDER BY (tenant_id, day, leg_key)
SETTINGS
  -- The watermark moves only when what was swapped is on the disk.
  fsync_after_insert = 1,
  fsync_part_directory = 1;

-- What the legs of a source and hour say about the health of the data. Built and swapped with the legs of their day.
-- Retention class: intake (13 months).
CREATE TABLE IF NOT EXISTS leg_health
(
  tenant_id     LowCardinality(String) COMMENT 'Slug of the customer',
  day           Date                   COMMENT 'Tenant-local day',
  hour_ms       Int64                  COMMENT 'UTC hour of the start, of the event for what became no leg, ms since 1970',
  source_id     LowCardinality(String) COMMENT 'Slug of the source',
  legs          UInt32                 COMMENT 'Legs',
  capped        UInt32                 COMMENT 'Legs longer than 24 h, cut',
  imputed       UInt32                 COMMENT 'Legs whose end is imputed',
  orphan        UInt32                 COMMENT 'Legs of no conference',
  link_too_wide UInt32                 COMMENT 'Subjects linked with more than 15 others and therefore with none',
  beyond_leg    UInt32                 COMMENT 'Observations more than 48 h after the start of their leg; not counted',
  unattached    UInt32                 COMMENT 'Observations of which no leg came'
)
ENGINE = MergeTree
PARTITION BY (tenant_id, day)
ORDER BY (tenant_id, day, hour_ms, source_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- What arrived too late, by the hour in which it did. A repeated run replaces its own row.
-- Retention class: intake (13 months).
CREATE TABLE IF NOT EXISTS arrival_health
(
  tenant_id LowCardinality(String) COMMENT 'Slug of the customer',
  day       Date                   COMMENT 'UTC day of the run, by our clock',
  hour_ms   Int64                  COMMENT 'UTC hour of the run, by our clock, ms since 1970',
  source_id LowCardinality(String) COMMENT 'Slug of the source',
  from_ms   Int64                  COMMENT 'The database''s time after which the run looked for new rows',
  late      UInt32                 COMMENT 'Observations of a local day that had ended more than a day before',
  frozen    UInt32                 COMMENT 'Observations of a frozen day: stored, and counted nowhere'
)
ENGINE = ReplacingMergeTree
PARTITION BY (tenant_id, toYYYYMM(day))
ORDER BY (tenant_id, day, hour_ms, source_id, from_ms)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
