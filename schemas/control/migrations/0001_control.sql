-- The control store: who we work for, on what agreement, and what the entry must know of it. Written in the subset that
-- SQLite and PostgreSQL read alike: text ids, epoch milliseconds as bigint, local days as YYYY-MM-DD, JSON as text.
-- A statement ends with a semicolon at the end of its line; no text literal holds two hyphens.

-- One number that grows with every change that the entry must see. One row.
create table revision (
  number bigint not null -- a reader that knows another number reads everything again
);
insert into revision (number) values (0);

-- A customer.
create table tenants (
  id text not null primary key, -- slug, [a-z0-9-]{3,40}
  name text not null, -- of the organisation
  zone text not null, -- IANA time zone; local days, months and epochs are counted in it; never changes
  country text not null, -- ISO 3166-1 alpha-2; how national telephone numbers are read
  domains text not null, -- JSON: list of the organisation's own mail and SIP domains, lower case, ASCII form
  role text not null check (role in ('controller', 'processor')), -- what we are towards this customer's records
  k integer not null check (k between 5 and 50), -- smallest group that is published
  mode text not null check (mode in ('full', 'rooms-only')), -- rooms-only: no participant is kept
  contract_from text not null, -- first local day
  contract_to text, -- last local day, inclusive; null = not ended
  dpa_ref text, -- our reference of the data-processing agreement; without it nothing is received
  retention text not null, -- JSON: days per class {facts, cube_day, intake}
  seal_days integer not null check (seal_days between 3 and 15), -- days from a month's end to its publication
  config_rev integer not null check (config_rev >= 1), -- grows with sites, rooms, domains, decoder version
  decoder_version integer not null, -- decoders for which config_rev was last raised
  created_ms bigint not null -- when the row was made
);

-- A place of a customer, as its network and its platforms name it.
create table sites (
  id text not null primary key, -- UUID; stands in observations
  tenant_id text not null references tenants (id), -- whose
  name text not null, -- unique per tenant
  ranges text not null, -- JSON: list of CIDR address ranges, IPv4 or IPv6
  labels text not null, -- JSON: list of {label, source?}; words by which a platform names the place
  unique (tenant_id, name)
);

-- A room that the customer declared as shared: nobody's own office, nobody's own device.
create table rooms (
  id text not null primary key, -- UUID; stands in observations
  tenant_id text not null references tenants (id), -- whose
  name text not null, -- unique per tenant
  aliases text not null, -- JSON: list of addresses and numbers of the room's equipment
  site_id text references sites (id), -- where; null = not said
  capacity integer check (capacity between 1 and 10000), -- seats; null = not said
  declared_ms bigint not null, -- when the customer's declaration was recorded
  unique (tenant_id, name)
);

-- Something that delivers records, and on what terms it may.
create table sources (
  id text not null primary key, -- slug, stands in the URL; unique over tenants
  tenant_id text not null references tenants (id), -- whose records it delivers
  platform text not null, -- which decoder reads it
  secret_hash text not null, -- SHA-256 of its secret, hex; the secret itself is not stored
  supplier text, -- who runs the platform
  supplier_country text, -- ISO 3166-1 alpha-2
  transfer_basis text check (transfer_basis in ('eea', 'adequacy', 'clauses')), -- why records may come from there
  transfer_ref text, -- the adequacy decision or the signed clauses
  checked_on text, -- local day on which the above was checked
  checked_by text, -- who checked it
  dpa_ref text, -- the agreement that covers this source
  dpa_until text, -- its last local day, inclusive
  created_ms bigint not null -- when the row was made
);
create index sources_of_tenant on sources (tenant_id);

-- Keys of pseudonyms, each wrapped by a key-encryption key that is not in this store.
create table keys (
  id text not null primary key, -- UUID; part of the wrapping's associated data
  tenant_id text not null references tenants (id), -- whose
  ring text not null, -- what the key makes pseudonyms of
  epoch text not null, -- tenant-local month YYYY-MM; '' for a ring that does not rotate
  wrapped text, -- AES-256-GCM of the key; null when destroyed
  kek_id text not null, -- which key-encryption key wrapped it
  created_ms bigint not null, -- when it was made
  destroyed_ms bigint, -- when it was destroyed; null = lives
  unique (tenant_id, ring, epoch)
);

-- Erased and objecting persons, recognisable by a keyed hash only.
create table ledger (
  tenant_id text not null references tenants (id), -- whose records
  hmac text not null, -- HMAC of the canonical identifier under the tenant's ledger key
  mark text not null check (mark in ('erased', 'objected')), -- what was decided
  from_ms bigint not null, -- erased: legs that start before it; objected: legs from it on
  created_ms bigint not null, -- when it was entered
  expires_ms bigint, -- when it may go; null = with the contract
  primary key (tenant_id, hmac, mark)
);

-- How far a step has come with a tenant.
create table watermarks (
  tenant_id text not null, -- whose; outlives the tenant's row, so that a number once given is never given again
  name text not null, -- of what
  value_ms bigint not null, -- up to when, or which number
  primary key (tenant_id, name)
);

-- Partitions that are about to be swapped: redone at start, because a swap is not crash-atomic.
create table swap_intents (
  id text not null primary key, -- UUID
  run_id text not null, -- the run whose intents are entered and cleared together
  table_name text not null, -- the table that receives the partition
  partition_id text not null, -- which partition
  staging_table text not null, -- where its new content stands
  created_ms bigint not null -- when it was entered
);
