-- across tenants: makes an empty table; a sweep fills it for one tenant at a time.
-- The subjects that a tombstone removes. In memory: erased keys are not written down once more.
CREATE TABLE IF NOT EXISTS sweep_subjects
(
  stone_key   UUID COMMENT 'Subject of the tombstone',
  stone_day   Date COMMENT 'The tombstone''s day',
  subject_key UUID COMMENT 'It, and what is the same leg'
)
ENGINE = Memory
