-- The fifth step of rollup: what is counted of the legs (schemas/cube.ts; services/rollup/cells.ts). No table is changed in
-- place: partitions are built beside it and swapped whole (services/shared/swap/swap.ts).

-- One row a leg of people or of a declared room, with what the cells count of it: in words and yes or no, graded after the
-- profile (schemas/profiles.ts, schemas/graded.ts).
-- Retention class: facts (90 days).
CREATE TABLE IF NOT EXISTS graded_legs
(
  tenant_id            LowCardinality(String)  COMMENT 'Slug of the customer',
  day                  Date                    COMMENT 'Tenant-local day of the start',
  leg_key              UUID                    COMMENT 'Of call_legs',
  population           LowCardinality(String)  COMMENT 'people, environment',
  -- where and how; the word unknown where it is not known
  site                 LowCardinality(String)  COMMENT 'Site id, remote, ambiguous',
  platform             LowCardinality(String)  COMMENT 'Platform',
  network              LowCardinality(String)  COMMENT 'wired, wifi, mobile, vpn',
  transport            LowCardinality(String)  COMMENT 'udp, tcp, tls, relay',
  device_class         LowCardinality(String)  COMMENT 'room, desktop, mobile, browser ...',
  model                LowCardinality(String)  COMMENT 'Vendor and model',
  software             LowCardinality(String)  COMMENT 'major.minor',
  size                 LowCardinality(String)  COMMENT 'Most people and rooms in the conference at one moment, as a band',
  weekday              LowCardinality(String)  COMMENT 'Local weekday of the start; weekend is one',
  hour                 LowCardinality(String)  COMMENT 'Local hour of the start; outside: before 8 and from 18 on',
  room                 LowCardinality(String)  COMMENT 'Room id; '''' for people',
  -- who met
  conference_key       Nullable(UUID)          COMMENT 'Conference; NULL: of none',
  cluster              UUID                    COMMENT 'What counts as one case on its day: the conference, else the leg',
  person_key           Nullable(UUID)          COMMENT 'Person, only where the key counts (schemas/cube.ts)',
  person_ident         LowCardinality(Nullable(String)) COMMENT 'What that key was made of',
  -- how it went
  connected            Bool                    COMMENT 'It lasted at least 10 s',
  ms                   UInt32                  COMMENT 'Its length where it is connected, ms; else 0',
  failure              LowCardinality(Nullable(String)) COMMENT 'End class where it failed; NULL: it did not',
  dropped              Bool                    COMMENT 'It was connected and was dropped',
  alone_ms             UInt32                  COMMENT 'Time alone in its conference, ms',
  -- quality: good, fair, poor; NULL: not graded
  gradeable            Bool                    COMMENT 'Long enough to be graded',
  measured             LowCardinality(Nullable(String)) COMMENT 'By measurements: the worst medium and direction',
  windows              LowCardinality(Nullable(String)) COMMENT 'By the windows of the platform',
  alarms               LowCardinality(Nullable(String)) COMMENT 'By the alarms of the platform',
  audio_up             LowCardinality(Nullable(String)) COMMENT 'By measurements: audio up',
  audio_down           LowCardinality(Nullable(String)) COMMENT 'By measurements: audio down',
  video_up             LowCardinality(Nullable(String)) COMMENT 'By measurements: video up',
  video_down           LowCardinality(Nullable(String)) COMMENT 'By measurements: video down',
  content_up           LowCardinality(Nullable(String)) COMMENT 'By measurements: content up',
  content_down         LowCardinality(Nullable(String)) COMMENT 'By measurements: content down',
  mos_c                Nullable(UInt16)        COMMENT 'MOS, stated or else estimated, hundredths of a point',
  h_loss               Array(UInt8)            COMMENT 'Its sound entries by bin of loss; empty: none',
  h_jitter             Array(UInt8)            COMMENT 'Its sound entries by bin of jitter; empty: none',
  h_rtt                Array(UInt8)            COMMENT 'Its sound entries by bin of round trip; empty: none',
  h_mos                Array(UInt8)            COMMENT 'Its legs by bin of MOS; empty: none',
  h_fps                Array(UInt8)            COMMENT 'Its picture entries by bin of frame rate; empty: none',
  -- its cells: cut and values (schemas/cube.ts, CUTS). Computed where they are read, not stored
  cells                Array(Tuple(cut LowCardinality(String), v1 LowCardinality(String), v2 LowCardinality(String)))
    ALIAS CAST(
      if(
        population = 'people',
        [
          ('tenant', '', ''), ('site', site, ''), ('platform', platform, ''), ('network', network, ''), ('model', model, ''),
          ('size', size, ''), ('site_platform', site, platform), ('site_network', site, network),
          ('site_transport', site, transport), ('model_software', model, software), ('weekday_hour', weekday, hour)
        ],
        [('room', room, ''), ('room_site', site, ''), ('room_model', model, ''), ('room_model_software', model, software)]
      ) AS Array(Tuple(cut LowCardinality(String), v1 LowCardinality(String), v2 LowCardinality(String)))
    ) COMMENT 'Its cells: cut, v1, v2',
  cell_ids             Array(UInt64)
    ALIAS if(
      population = 'people',
      [
        cityHash64('tenant'), cityHash64('site', site), cityHash64('platform', platform), cityHash64('network', network),
        cityHash64('model', model), cityHash64('size', size), cityHash64('site_platform', site, platform),
        cityHash64('site_network', site, network), cityHash64('site_transport', site, transport),
        cityHash64('model_software', model, software), cityHash64('weekday_hour', weekday, hour)
      ],
      [
        cityHash64('room', room), cityHash64('room_site', room, site), cityHash64('room_model', room, model),
        cityHash64('room_model_software', room, model, software)
      ]
    ) COMMENT 'A number for each of its cells, in their order: numbers are counted faster than words'
)
ENGINE = MergeTree
PARTITION BY (tenant_id, day)
ORDER BY (tenant_id, day, leg_key)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- The cells of each local day: all cuts until their month is frozen, then those that are kept by day.
-- Retention class: cube_day (13 months).
CREATE TABLE IF NOT EXISTS cube_day
(
  tenant_id            LowCardinality(String)  COMMENT 'Slug of the customer',
  month                Date                    COMMENT 'First day of the month',
  day                  Date                    COMMENT 'Tenant-local day',
  population           LowCardinality(String)  COMMENT 'people, environment',
  cut                  LowCardinality(String)  COMMENT 'Which cut (schemas/cube.ts)',
  v1                   LowCardinality(String)  COMMENT 'Value of the cut''s first dimension; '''' where it has none',
  v2                   LowCardinality(String)  COMMENT 'Value of its second',
  room                 LowCardinality(String)  COMMENT 'Room of the environment; '''' for people',
  -- of the legs of the whole period
  conferences          UInt64                  COMMENT 'Conferences of which a connected leg lies in the cell',
  persons              UInt64                  COMMENT 'Persons whose keys count; in the environment those at the other side of its conferences',
  top_legs_mp          UInt64                  COMMENT 'Largest part of the legs that one person has, milli-percent, rounded up',
  top_ms_mp            UInt64                  COMMENT 'The same of the time',
  days                 UInt64                  COMMENT 'Local days with a connected leg',
  -- sums
  legs                 UInt64                  COMMENT 'Legs',
  connected            UInt64                  COMMENT 'Legs of at least 10 s',
  ms                   UInt64                  COMMENT 'Lengths of the connected legs, ms',
  failed               UInt64                  COMMENT 'Legs that failed',
  dropped              UInt64                  COMMENT 'Connected legs that were dropped',
  alone_ms             UInt64                  COMMENT 'Time alone in their conference, ms',
  gradeable            UInt64                  COMMENT 'Legs long enough to be graded',
  ungraded             UInt64                  COMMENT 'Gradeable legs that nothing grades',
  measured_fair        UInt64                  COMMENT 'Fair by measurements',
  windows_fair         UInt64                  COMMENT 'Fair by windows',
  alarms_fair          UInt64                  COMMENT 'Fair by alarms',
  failed_no_answer     UInt64                  COMMENT 'Failed legs that ended as no_answer',
  failed_busy          UInt64                  COMMENT 'Failed legs that ended as busy',
  failed_rejected      UInt64                  COMMENT 'Failed legs that ended as rejected',
  failed_not_found     UInt64                  COMMENT 'Failed legs that ended as not_found',
  failed_auth_or_pin   UInt64                  COMMENT 'Failed legs that ended as auth_or_pin',
  failed_capacity      UInt64                  COMMENT 'Failed legs that ended as capacity',
  failed_timeout       UInt64                  COMMENT 'Failed legs that ended as timeout',
  failed_media_network UInt64                  COMMENT 'Failed legs that ended as media_network',
  failed_config_or_crypto UInt64                  COMMENT 'Failed legs that ended as config_or_crypto',
  failed_server_error  UInt64                  COMMENT 'Failed legs that ended as server_error',
  poor_audio_up        UInt64                  COMMENT 'Legs whose audio up is poor by measurements',
  graded_audio_up      UInt64                  COMMENT 'Legs whose audio up is graded by measurements',
  poor_audio_down      UInt64                  COMMENT 'Legs whose audio down is poor by measurements',
  graded_audio_down    UInt64                  COMMENT 'Legs whose audio down is graded by measurements',
  poor_video_up        UInt64                  COMMENT 'Legs whose video up is poor by measurements',
  graded_video_up      UInt64                  COMMENT 'Legs whose video up is graded by measurements',
  poor_video_down      UInt64                  COMMENT 'Legs whose video down is poor by measurements',
  graded_video_down    UInt64                  COMMENT 'Legs whose video down is graded by measurements',
  poor_content_up      UInt64                  COMMENT 'Legs whose content up is poor by measurements',
  graded_content_up    UInt64                  COMMENT 'Legs whose content up is graded by measurements',
  poor_content_down    UInt64                  COMMENT 'Legs whose content down is poor by measurements',
  graded_content_down  UInt64                  COMMENT 'Legs whose content down is graded by measurements',
  measured_m           UInt64                  COMMENT 'measured: clusters of which it is known',
  measured_y           UInt64                  COMMENT 'measured: sum of y, the legs with it in a cluster',
  measured_n           UInt64                  COMMENT 'measured: sum of n, the legs of which it is known',
  measured_yy          UInt64                  COMMENT 'measured: sum of y squared',
  measured_yn          UInt64                  COMMENT 'measured: sum of y times n',
  measured_nn          UInt64                  COMMENT 'measured: sum of n squared',
  windows_m            UInt64                  COMMENT 'windows: clusters of which it is known',
  windows_y            UInt64                  COMMENT 'windows: sum of y, the legs with it in a cluster',
  windows_n            UInt64                  COMMENT 'windows: sum of n, the legs of which it is known',
  windows_yy           UInt64                  COMMENT 'windows: sum of y squared',
  windows_yn           UInt64                  COMMENT 'windows: sum of y times n',
  windows_nn           UInt64                  COMMENT 'windows: sum of n squared',
  alarms_m             UInt64                  COMMENT 'alarms: clusters of which it is known',
  alarms_y             UInt64                  COMMENT 'alarms: sum of y, the legs with it in a cluster',
  alarms_n             UInt64                  COMMENT 'alarms: sum of n, the legs of which it is known',
  alarms_yy            UInt64                  COMMENT 'alarms: sum of y squared',
  alarms_yn            UInt64                  COMMENT 'alarms: sum of y times n',
  alarms_nn            UInt64                  COMMENT 'alarms: sum of n squared',
  failed_m             UInt64                  COMMENT 'failed: clusters of which it is known',
  failed_y             UInt64                  COMMENT 'failed: sum of y, the legs with it in a cluster',
  failed_n             UInt64                  COMMENT 'failed: sum of n, the legs of which it is known',
  failed_yy            UInt64                  COMMENT 'failed: sum of y squared',
  failed_yn            UInt64                  COMMENT 'failed: sum of y times n',
  failed_nn            UInt64                  COMMENT 'failed: sum of n squared',
  dropped_m            UInt64                  COMMENT 'dropped: clusters of which it is known',
  dropped_y            UInt64                  COMMENT 'dropped: sum of y, the legs with it in a cluster',
  dropped_n            UInt64                  COMMENT 'dropped: sum of n, the legs of which it is known',
  dropped_yy           UInt64                  COMMENT 'dropped: sum of y squared',
  dropped_yn           UInt64                  COMMENT 'dropped: sum of y times n',
  dropped_nn           UInt64                  COMMENT 'dropped: sum of n squared',
  alone_m              UInt64                  COMMENT 'alone: clusters of which it is known',
  alone_y              UInt64                  COMMENT 'alone: sum of y, the legs with it in a cluster',
  alone_n              UInt64                  COMMENT 'alone: sum of n, the legs of which it is known',
  alone_yy             UInt64                  COMMENT 'alone: sum of y squared',
  alone_yn             UInt64                  COMMENT 'alone: sum of y times n',
  alone_nn             UInt64                  COMMENT 'alone: sum of n squared',
  -- bins
  h_loss               Array(UInt64)           COMMENT 'Graded sound entries by loss, one count a bin (schemas/cube.ts)',
  h_jitter             Array(UInt64)           COMMENT 'Graded sound entries by jitter, one count a bin (schemas/cube.ts)',
  h_rtt                Array(UInt64)           COMMENT 'Graded sound entries by round trip, one count a bin (schemas/cube.ts)',
  h_mos                Array(UInt64)           COMMENT 'Graded legs by MOS, one count a bin (schemas/cube.ts)',
  h_fps                Array(UInt64)           COMMENT 'Graded picture entries by frame rate, one count a bin (schemas/cube.ts)'
)
ENGINE = MergeTree
PARTITION BY (tenant_id, month)
ORDER BY (tenant_id, month, day, cut, v1, v2, room)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- The cells of each month: sums and bins are those of its days.
-- Retention class: contract (until its end).
CREATE TABLE IF NOT EXISTS cube_month
(
  tenant_id            LowCardinality(String)  COMMENT 'Slug of the customer',
  month                Date                    COMMENT 'First day of the month',
  population           LowCardinality(String)  COMMENT 'people, environment',
  cut                  LowCardinality(String)  COMMENT 'Which cut (schemas/cube.ts)',
  v1                   LowCardinality(String)  COMMENT 'Value of the cut''s first dimension; '''' where it has none',
  v2                   LowCardinality(String)  COMMENT 'Value of its second',
  room                 LowCardinality(String)  COMMENT 'Room of the environment; '''' for people',
  -- of the legs of the whole period
  conferences          UInt64                  COMMENT 'Conferences of which a connected leg lies in the cell',
  persons              UInt64                  COMMENT 'Persons whose keys count; in the environment those at the other side of its conferences',
  top_legs_mp          UInt64                  COMMENT 'Largest part of the legs that one person has, milli-percent, rounded up',
  top_ms_mp            UInt64                  COMMENT 'The same of the time',
  days                 UInt64                  COMMENT 'Local days with a connected leg',
  -- sums
  legs                 UInt64                  COMMENT 'Legs',
  connected            UInt64                  COMMENT 'Legs of at least 10 s',
  ms                   UInt64                  COMMENT 'Lengths of the connected legs, ms',
  failed               UInt64                  COMMENT 'Legs that failed',
  dropped              UInt64                  COMMENT 'Connected legs that were dropped',
  alone_ms             UInt64                  COMMENT 'Time alone in their conference, ms',
  gradeable            UInt64                  COMMENT 'Legs long enough to be graded',
  ungraded             UInt64                  COMMENT 'Gradeable legs that nothing grades',
  measured_fair        UInt64                  COMMENT 'Fair by measurements',
  windows_fair         UInt64                  COMMENT 'Fair by windows',
  alarms_fair          UInt64                  COMMENT 'Fair by alarms',
  failed_no_answer     UInt64                  COMMENT 'Failed legs that ended as no_answer',
  failed_busy          UInt64                  COMMENT 'Failed legs that ended as busy',
  failed_rejected      UInt64                  COMMENT 'Failed legs that ended as rejected',
  failed_not_found     UInt64                  COMMENT 'Failed legs that ended as not_found',
  failed_auth_or_pin   UInt64                  COMMENT 'Failed legs that ended as auth_or_pin',
  failed_capacity      UInt64                  COMMENT 'Failed legs that ended as capacity',
  failed_timeout       UInt64                  COMMENT 'Failed legs that ended as timeout',
  failed_media_network UInt64                  COMMENT 'Failed legs that ended as media_network',
  failed_config_or_crypto UInt64                  COMMENT 'Failed legs that ended as config_or_crypto',
  failed_server_error  UInt64                  COMMENT 'Failed legs that ended as server_error',
  poor_audio_up        UInt64                  COMMENT 'Legs whose audio up is poor by measurements',
  graded_audio_up      UInt64                  COMMENT 'Legs whose audio up is graded by measurements',
  poor_audio_down      UInt64                  COMMENT 'Legs whose audio down is poor by measurements',
  graded_audio_down    UInt64                  COMMENT 'Legs whose audio down is graded by measurements',
  poor_video_up        UInt64                  COMMENT 'Legs whose video up is poor by measurements',
  graded_video_up      UInt64                  COMMENT 'Legs whose video up is graded by measurements',
  poor_video_down      UInt64                  COMMENT 'Legs whose video down is poor by measurements',
  graded_video_down    UInt64                  COMMENT 'Legs whose video down is graded by measurements',
  poor_content_up      UInt64                  COMMENT 'Legs whose content up is poor by measurements',
  graded_content_up    UInt64                  COMMENT 'Legs whose content up is graded by measurements',
  poor_content_down    UInt64                  COMMENT 'Legs whose content down is poor by measurements',
  graded_content_down  UInt64                  COMMENT 'Legs whose content down is graded by measurements',
  measured_m           UInt64                  COMMENT 'measured: clusters of which it is known',
  measured_y           UInt64                  COMMENT 'measured: sum of y, the legs with it in a cluster',
  measured_n           UInt64                  COMMENT 'measured: sum of n, the legs of which it is known',
  measured_yy          UInt64                  COMMENT 'measured: sum of y squared',
  measured_yn          UInt64                  COMMENT 'measured: sum of y times n',
  measured_nn          UInt64                  COMMENT 'measured: sum of n squared',
  windows_m            UInt64                  COMMENT 'windows: clusters of which it is known',
  windows_y            UInt64                  COMMENT 'windows: sum of y, the legs with it in a cluster',
  windows_n            UInt64                  COMMENT 'windows: sum of n, the legs of which it is known',
  windows_yy           UInt64                  COMMENT 'windows: sum of y squared',
  windows_yn           UInt64                  COMMENT 'windows: sum of y times n',
  windows_nn           UInt64                  COMMENT 'windows: sum of n squared',
  alarms_m             UInt64                  COMMENT 'alarms: clusters of which it is known',
  alarms_y             UInt64                  COMMENT 'alarms: sum of y, the legs with it in a cluster',
  alarms_n             UInt64                  COMMENT 'alarms: sum of n, the legs of which it is known',
  alarms_yy            UInt64                  COMMENT 'alarms: sum of y squared',
  alarms_yn            UInt64                  COMMENT 'alarms: sum of y times n',
  alarms_nn            UInt64                  COMMENT 'alarms: sum of n squared',
  failed_m             UInt64                  COMMENT 'failed: clusters of which it is known',
  failed_y             UInt64                  COMMENT 'failed: sum of y, the legs with it in a cluster',
  failed_n             UInt64                  COMMENT 'failed: sum of n, the legs of which it is known',
  failed_yy            UInt64                  COMMENT 'failed: sum of y squared',
  failed_yn            UInt64                  COMMENT 'failed: sum of y times n',
  failed_nn            UInt64                  COMMENT 'failed: sum of n squared',
  dropped_m            UInt64                  COMMENT 'dropped: clusters of which it is known',
  dropped_y            UInt64                  COMMENT 'dropped: sum of y, the legs with it in a cluster',
  dropped_n            UInt64                  COMMENT 'dropped: sum of n, the legs of which it is known',
  dropped_yy           UInt64                  COMMENT 'dropped: sum of y squared',
  dropped_yn           UInt64                  COMMENT 'dropped: sum of y times n',
  dropped_nn           UInt64                  COMMENT 'dropped: sum of n squared',
  alone_m              UInt64                  COMMENT 'alone: clusters of which it is known',
  alone_y              UInt64                  COMMENT 'alone: sum of y, the legs with it in a cluster',
  alone_n              UInt64                  COMMENT 'alone: sum of n, the legs of which it is known',
  alone_yy             UInt64                  COMMENT 'alone: sum of y squared',
  alone_yn             UInt64                  COMMENT 'alone: sum of y times n',
  alone_nn             UInt64                  COMMENT 'alone: sum of n squared',
  -- bins
  h_loss               Array(UInt64)           COMMENT 'Graded sound entries by loss, one count a bin (schemas/cube.ts)',
  h_jitter             Array(UInt64)           COMMENT 'Graded sound entries by jitter, one count a bin (schemas/cube.ts)',
  h_rtt                Array(UInt64)           COMMENT 'Graded sound entries by round trip, one count a bin (schemas/cube.ts)',
  h_mos                Array(UInt64)           COMMENT 'Graded legs by MOS, one count a bin (schemas/cube.ts)',
  h_fps                Array(UInt64)           COMMENT 'Graded picture entries by frame rate, one count a bin (schemas/cube.ts)'
)
ENGINE = MergeTree
PARTITION BY (tenant_id, month)
ORDER BY (tenant_id, month, cut, v1, v2, room)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- Strata: what the tests of advise compare like with like in. Never published.
-- Retention class: facts (90 days).
CREATE TABLE IF NOT EXISTS strata
(
  tenant_id            LowCardinality(String)  COMMENT 'Slug of the customer',
  day                  Date                    COMMENT 'Tenant-local day',
  population           LowCardinality(String)  COMMENT 'people, environment',
  site                 LowCardinality(String)  COMMENT 'Site id, remote, ambiguous, unknown',
  platform             LowCardinality(String)  COMMENT 'Platform',
  network              LowCardinality(String)  COMMENT 'wired, wifi, mobile, vpn, unknown',
  device_class         LowCardinality(String)  COMMENT 'room, desktop, mobile, browser ..., unknown',
  medium               LowCardinality(String)  COMMENT 'audio, video, content: measured of this medium only; all: everything else',
  dir                  LowCardinality(String)  COMMENT 'up, down, all',
  legs                 UInt64                  COMMENT 'Legs; of a medium: legs whose medium is graded',
  ms                   UInt64                  COMMENT 'Lengths of those that are connected, ms',
  measured_m           UInt64                  COMMENT 'measured: clusters of which it is known',
  measured_y           UInt64                  COMMENT 'measured: sum of y, the legs with it in a cluster',
  measured_n           UInt64                  COMMENT 'measured: sum of n, the legs of which it is known',
  measured_yy          UInt64                  COMMENT 'measured: sum of y squared',
  measured_yn          UInt64                  COMMENT 'measured: sum of y times n',
  measured_nn          UInt64                  COMMENT 'measured: sum of n squared',
  windows_m            UInt64                  COMMENT 'windows: clusters of which it is known',
  windows_y            UInt64                  COMMENT 'windows: sum of y, the legs with it in a cluster',
  windows_n            UInt64                  COMMENT 'windows: sum of n, the legs of which it is known',
  windows_yy           UInt64                  COMMENT 'windows: sum of y squared',
  windows_yn           UInt64                  COMMENT 'windows: sum of y times n',
  windows_nn           UInt64                  COMMENT 'windows: sum of n squared',
  alarms_m             UInt64                  COMMENT 'alarms: clusters of which it is known',
  alarms_y             UInt64                  COMMENT 'alarms: sum of y, the legs with it in a cluster',
  alarms_n             UInt64                  COMMENT 'alarms: sum of n, the legs of which it is known',
  alarms_yy            UInt64                  COMMENT 'alarms: sum of y squared',
  alarms_yn            UInt64                  COMMENT 'alarms: sum of y times n',
  alarms_nn            UInt64                  COMMENT 'alarms: sum of n squared',
  failed_m             UInt64                  COMMENT 'failed: clusters of which it is known',
  failed_y             UInt64                  COMMENT 'failed: sum of y, the legs with it in a cluster',
  failed_n             UInt64                  COMMENT 'failed: sum of n, the legs of which it is known',
  failed_yy            UInt64                  COMMENT 'failed: sum of y squared',
  failed_yn            UInt64                  COMMENT 'failed: sum of y times n',
  failed_nn            UInt64                  COMMENT 'failed: sum of n squared',
  dropped_m            UInt64                  COMMENT 'dropped: clusters of which it is known',
  dropped_y            UInt64                  COMMENT 'dropped: sum of y, the legs with it in a cluster',
  dropped_n            UInt64                  COMMENT 'dropped: sum of n, the legs of which it is known',
  dropped_yy           UInt64                  COMMENT 'dropped: sum of y squared',
  dropped_yn           UInt64                  COMMENT 'dropped: sum of y times n',
  dropped_nn           UInt64                  COMMENT 'dropped: sum of n squared',
  alone_m              UInt64                  COMMENT 'alone: clusters of which it is known',
  alone_y              UInt64                  COMMENT 'alone: sum of y, the legs with it in a cluster',
  alone_n              UInt64                  COMMENT 'alone: sum of n, the legs of which it is known',
  alone_yy             UInt64                  COMMENT 'alone: sum of y squared',
  alone_yn             UInt64                  COMMENT 'alone: sum of y times n',
  alone_nn             UInt64                  COMMENT 'alone: sum of n squared'
)
ENGINE = MergeTree
PARTITION BY (tenant_id, day)
ORDER BY (tenant_id, day, population, site, platform, network, device_class, medium, dir)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- Strata of equipment. Never published.
-- Retention class: facts (90 days).
CREATE TABLE IF NOT EXISTS strata_models
(
  tenant_id            LowCardinality(String)  COMMENT 'Slug of the customer',
  day                  Date                    COMMENT 'Tenant-local day',
  population           LowCardinality(String)  COMMENT 'people, environment',
  model                LowCardinality(String)  COMMENT 'Vendor and model, unknown',
  software             LowCardinality(String)  COMMENT 'major.minor, unknown',
  site                 LowCardinality(String)  COMMENT 'Site id, remote, ambiguous, unknown',
  platform             LowCardinality(String)  COMMENT 'Platform',
  room                 LowCardinality(String)  COMMENT 'Room id; '''' for people',
  legs                 UInt64                  COMMENT 'Legs',
  ms                   UInt64                  COMMENT 'Lengths of those that are connected, ms',
  measured_m           UInt64                  COMMENT 'measured: clusters of which it is known',
  measured_y           UInt64                  COMMENT 'measured: sum of y, the legs with it in a cluster',
  measured_n           UInt64                  COMMENT 'measured: sum of n, the legs of which it is known',
  measured_yy          UInt64                  COMMENT 'measured: sum of y squared',
  measured_yn          UInt64                  COMMENT 'measured: sum of y times n',
  measured_nn          UInt64                  COMMENT 'measured: sum of n squared',
  windows_m            UInt64                  COMMENT 'windows: clusters of which it is known',
  windows_y            UInt64                  COMMENT 'windows: sum of y, the legs with it in a cluster',
  windows_n            UInt64                  COMMENT 'windows: sum of n, the legs of which it is known',
  windows_yy           UInt64                  COMMENT 'windows: sum of y squared',
  windows_yn           UInt64                  COMMENT 'windows: sum of y times n',
  windows_nn           UInt64                  COMMENT 'windows: sum of n squared',
  alarms_m             UInt64                  COMMENT 'alarms: clusters of which it is known',
  alarms_y             UInt64                  COMMENT 'alarms: sum of y, the legs with it in a cluster',
  alarms_n             UInt64                  COMMENT 'alarms: sum of n, the legs of which it is known',
  alarms_yy            UInt64                  COMMENT 'alarms: sum of y squared',
  alarms_yn            UInt64                  COMMENT 'alarms: sum of y times n',
  alarms_nn            UInt64                  COMMENT 'alarms: sum of n squared',
  failed_m             UInt64                  COMMENT 'failed: clusters of which it is known',
  failed_y             UInt64                  COMMENT 'failed: sum of y, the legs with it in a cluster',
  failed_n             UInt64                  COMMENT 'failed: sum of n, the legs of which it is known',
  failed_yy            UInt64                  COMMENT 'failed: sum of y squared',
  failed_yn            UInt64                  COMMENT 'failed: sum of y times n',
  failed_nn            UInt64                  COMMENT 'failed: sum of n squared',
  dropped_m            UInt64                  COMMENT 'dropped: clusters of which it is known',
  dropped_y            UInt64                  COMMENT 'dropped: sum of y, the legs with it in a cluster',
  dropped_n            UInt64                  COMMENT 'dropped: sum of n, the legs of which it is known',
  dropped_yy           UInt64                  COMMENT 'dropped: sum of y squared',
  dropped_yn           UInt64                  COMMENT 'dropped: sum of y times n',
  dropped_nn           UInt64                  COMMENT 'dropped: sum of n squared',
  alone_m              UInt64                  COMMENT 'alone: clusters of which it is known',
  alone_y              UInt64                  COMMENT 'alone: sum of y, the legs with it in a cluster',
  alone_n              UInt64                  COMMENT 'alone: sum of n, the legs of which it is known',
  alone_yy             UInt64                  COMMENT 'alone: sum of y squared',
  alone_yn             UInt64                  COMMENT 'alone: sum of y times n',
  alone_nn             UInt64                  COMMENT 'alone: sum of n squared'
)
ENGINE = MergeTree
PARTITION BY (tenant_id, day)
ORDER BY (tenant_id, day, population, model, software, site, platform, room)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- How long technical resources were used by so many legs at once. Never of persons.
-- Retention class: cube_day (13 months).
CREATE TABLE IF NOT EXISTS concurrency
(
  tenant_id            LowCardinality(String)  COMMENT 'Slug of the customer',
  day                  Date                    COMMENT 'Tenant-local day',
  hour_ms              Int64                   COMMENT 'Begin of the local hour, ms since 1970 UTC',
  resource             LowCardinality(String)  COMMENT 'ports: all legs of a source; gateway: its gateways; room: of a declared room',
  name                 LowCardinality(String)  COMMENT 'Source id, or room id',
  level                UInt32                  COMMENT 'Legs at once, at least 1',
  ms                   UInt64                  COMMENT 'Time within the hour at that level, ms'
)
ENGINE = MergeTree
PARTITION BY (tenant_id, day)
ORDER BY (tenant_id, day, resource, name, hour_ms, level)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- What arrives for a month whose figures are published already.
ALTER TABLE arrival_health ADD COLUMN IF NOT EXISTS after_seal UInt32 COMMENT 'Observations of a month that was published before they came';
