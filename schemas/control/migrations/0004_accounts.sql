-- Accounts: the named persons who may use the product, each in one role, and what they show to be let in. No password,
-- no token and no network address is stored. Logins and names stand here and nowhere else.

-- One person in one role. Retention class: account; the bare id and role of an ended one: account_id.
create table accounts (
  id text not null primary key, -- UUID; stands in the audit log
  role text not null check (role in ('customer_viewer', 'consultant', 'privacy_officer', 'operator')), -- never changes
  login text unique, -- e-mail address or a name, lower case; null = ended
  name text, -- as the person wishes to be called; null = ended
  language text not null check (language in ('nl', 'en')), -- of its pages
  password text, -- argon2id with its parameters and salt; null = none (yet, since it was reset, or ended)
  appointed_by text not null, -- id of an account, or the word operator for the command line
  created_ms bigint not null, -- when it was invited
  expires_day text, -- last day on which it may sign in, Dutch time; null = as long as it is attested
  attested_ms bigint not null, -- when somebody last said that it is needed
  last_login_ms bigint, -- when it last signed in; null = never
  ended_ms bigint -- when it was ended for good; null = not
);

-- Whose figures an account may read while the contract runs.
create table account_tenants (
  account_id text not null references accounts (id) on delete cascade, -- who
  tenant_id text not null references tenants (id) on delete cascade, -- whose
  primary key (account_id, tenant_id)
);
create index account_tenants_of_tenant on account_tenants (tenant_id);

-- Links that work once and give an account its password.
create table invitations (
  token_hash text not null primary key, -- SHA-256 of the link's secret, hex
  kind text not null check (kind in ('setup', 'invitation', 'reset')), -- setup: makes the first operator's account
  account_id text unique references accounts (id) on delete cascade, -- whose; an account has one at most; null = setup
  ends_ms bigint not null -- until when it works
);

-- Browsers that are signed in.
create table sessions (
  token_hash text not null primary key, -- SHA-256 of the cookie's value, hex
  account_id text not null references accounts (id) on delete cascade, -- whose
  seen_ms bigint not null, -- when it was last used, to the minute
  ends_ms bigint not null -- when it ends, however much it is used
);
create index sessions_of_account on sessions (account_id);

-- Secrets by which programs read what their account may read.
create table api_tokens (
  id text not null primary key, -- UUID; stands in the audit log
  account_id text not null references accounts (id) on delete cascade, -- whose
  label text not null, -- in words of its owner: what it is for
  secret_hash text not null unique, -- SHA-256 of the secret, hex
  created_ms bigint not null, -- when it was made
  ends_ms bigint not null, -- when it ends
  last_used_day text -- UTC day; null = never used
);
create index api_tokens_of_account on api_tokens (account_id);
