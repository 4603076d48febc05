-- The audit log: who looked at or did what. A chain: each row holds the hash of the row before, so that a row which was
-- changed or taken out later is found. Nothing in it names a person of a customer: ids of ours, closed words, numbers.
-- Retention class: audit (2 years after the contract's end).
create table audit (
  seq bigint not null primary key, -- place in the chain, from 1, without a gap
  at_ms bigint not null, -- when, by our clock
  actor text not null, -- who: the word operator for the command line; later ids of accounts
  action text not null, -- what was done, of a closed list
  tenant_id text, -- in whose records; outlives the tenant's row; null = of no tenant
  detail text not null, -- JSON: days and numbers of the action
  previous_hash text not null, -- hash of the row before, hex; 64 zeros in the first row
  hash text not null -- SHA-256 over all of the above, hex
);
