-- The follow-up of findings: who changed a state, and what was noted with it or by itself. The note stands here alone, not
-- in the audit log, which holds ids and words of ours only. Retention class: contract; goes with its finding.
create table finding_changes (
  finding_id text not null references findings (id) on delete cascade, -- of which finding
  number integer not null check (number >= 1), -- 1, 2, ... in the order in which they were made
  tenant_id text not null references tenants (id), -- whose
  at_ms bigint not null, -- when, by our clock
  actor text not null, -- who: the word operator for the command line; else the id of an account
  from_state text not null check (from_state in ('new', 'accepted', 'planned', 'done', 'verified', 'rejected')), -- before
  to_state text not null check (to_state in ('new', 'accepted', 'planned', 'done', 'verified', 'rejected')), -- after; the same where only a note was made
  note text check (length(note) between 1 and 500), -- one line of our consultant's; null = none
  check (from_state <> to_state or note is not null), -- something was changed or said
  primary key (finding_id, number)
);
