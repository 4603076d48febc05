-- Publication: what was decided about each month, and what was advised. Figures stand in ClickHouse (`published`); only
-- those of a revision that stands here count.

-- A month that was sealed at least once. A month without a row is open or closed, as the calendar says.
create table periods (
  tenant_id text not null references tenants (id), -- whose
  month text not null, -- YYYY-MM, tenant-local
  state text not null check (state in ('sealed', 'reopened', 'frozen')), -- since the last change
  revision integer not null check (revision >= 1), -- the one that is published
  changed_ms bigint not null, -- when the state last changed
  reason text, -- why it was reopened, in words of the person who did; null else
  primary key (tenant_id, month)
);

-- One sealing of a month. Committed last: rows of `published` without it are of an interrupted sealing.
create table publications (
  tenant_id text not null references tenants (id), -- whose
  month text not null, -- YYYY-MM
  revision integer not null check (revision >= 1), -- 1, 2, ...
  sealed_ms bigint not null, -- when
  k integer not null, -- smallest group
  profile text not null, -- by which legs were graded
  code_version text not null, -- which program made it
  watermark_ms bigint not null, -- observations stored before this time of the database are in it
  safe integer not null check (safe in (0, 1)), -- whether the tenant's people are a safe cell at all
  folds text not null, -- JSON: values that stand as `other`, by dimension
  protocol text not null, -- JSON: cells shown and not, by rule; no values
  rules text not null, -- JSON: what each rule came to; '[]' until advise has run
  primary key (tenant_id, month, revision)
);

-- What was advised. Content as it was found; the state is the customer's and the consultant's.
create table findings (
  id text not null primary key, -- UUID of tenant, month, rule and scope
  tenant_id text not null references tenants (id), -- whose
  month text not null, -- YYYY-MM in which it was found
  revision integer not null, -- of the month's publication it was last found in
  rule text not null, -- A01 ...
  content text not null, -- JSON of the finding
  state text not null check (state in ('new', 'accepted', 'planned', 'done', 'verified', 'rejected')), -- of its follow-up
  state_ms bigint not null -- when the state last changed
);
create index findings_of_month on findings (tenant_id, month);
