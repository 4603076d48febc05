-- Who may do what on a ClickHouse server (invariant I10). Run by the database's administrator in the database of the
-- tables, after the migrations; a user of the server gets exactly one of these roles.
--
-- The embedded engine has no users and no grants: there the same border is drawn between query modules, and checked by
-- the imports. These statements are reviewed and linted, not run, by the test suite.
--
-- `ingest` has no role: it holds the keys, so it must not be able to read what they made (I10).

-- store: puts in what ingest hands over. It reads back only which subjects are erased, so that nothing of them returns.
CREATE ROLE IF NOT EXISTS avesqo_store;
GRANT INSERT ON observations TO avesqo_store;
GRANT INSERT ON refused TO avesqo_store;
GRANT INSERT ON intake TO avesqo_store;
GRANT SELECT(tenant_id, subject_key, links, mark) ON observations TO avesqo_store;

-- rollup: makes legs of observations and cells of legs, beside the tables, and swaps whole days and months. It changes no fact; what retention drops,
-- it drops by partition, and what stands beside a tombstone it deletes by sub-query.
CREATE ROLE IF NOT EXISTS avesqo_rollup;
GRANT SELECT ON observations TO avesqo_rollup;
GRANT ALTER DELETE ON observations TO avesqo_rollup; -- DROP PARTITION needs it: retention; the nightly sweep
GRANT ALTER DELETE ON refused TO avesqo_rollup; -- retention
GRANT ALTER DELETE ON intake TO avesqo_rollup; -- retention
GRANT SELECT, INSERT, ALTER DELETE ON call_legs TO avesqo_rollup; -- REPLACE PARTITION needs INSERT and ALTER DELETE
GRANT SELECT, INSERT, ALTER DELETE ON leg_health TO avesqo_rollup; -- the same
GRANT SELECT, INSERT, ALTER DELETE ON arrival_health TO avesqo_rollup; -- its own counts of a run; retention
GRANT SELECT, INSERT, ALTER DELETE ON graded_legs TO avesqo_rollup; -- the same; retention
GRANT SELECT, INSERT, ALTER DELETE ON strata TO avesqo_rollup; -- the same
GRANT SELECT, INSERT, ALTER DELETE ON strata_models TO avesqo_rollup; -- the same
GRANT SELECT, INSERT, ALTER DELETE ON concurrency TO avesqo_rollup; -- the same
GRANT SELECT, INSERT, ALTER DELETE ON cube_day TO avesqo_rollup; -- the same
GRANT SELECT, INSERT, ALTER DELETE ON cube_month TO avesqo_rollup; -- the same
GRANT SELECT, INSERT, ALTER DELETE ON sealed_legs TO avesqo_rollup; -- the legs of a published revision; gone with the facts
GRANT CREATE TABLE, DROP TABLE, TRUNCATE, SELECT, INSERT, ALTER DELETE ON staging_* TO avesqo_rollup; -- a run's own tables
GRANT CREATE TABLE, DROP TABLE, SELECT, INSERT ON sweep_subjects TO avesqo_rollup; -- the sweep's, in memory

-- privacy: locates, erases and counts survivors.
CREATE ROLE IF NOT EXISTS avesqo_privacy;
GRANT SELECT ON observations TO avesqo_privacy;
GRANT INSERT ON observations TO avesqo_privacy; -- tombstones
GRANT ALTER DELETE ON observations TO avesqo_privacy; -- erasure, by sub-query
GRANT SELECT ON call_legs TO avesqo_privacy;
GRANT ALTER DELETE ON call_legs TO avesqo_privacy; -- erasure, by sub-query

-- disclosure: makes figures of cells, once. It sees counts and no leg: who has changed is counted for it by rollup, and
-- the cells of a month that is frozen are put in their place through the swaps of rollup (services/processes/sealing.ts).
CREATE ROLE IF NOT EXISTS avesqo_disclosure;
GRANT SELECT ON cube_day TO avesqo_disclosure;
GRANT SELECT ON cube_month TO avesqo_disclosure;
GRANT SELECT, INSERT, ALTER DELETE ON published TO avesqo_disclosure; -- DROP PARTITION of an interrupted sealing
GRANT SELECT, INSERT ON published_days TO avesqo_disclosure;
GRANT SELECT(tenant_id, day, legs, imputed) ON leg_health TO avesqo_disclosure; -- how complete a day's data are
GRANT SELECT(tenant_id, day, records, accepted) ON intake TO avesqo_disclosure; -- the same

-- advise: compares groups with each other. It sees counts and no leg (invariant I10).
CREATE ROLE IF NOT EXISTS avesqo_advise;
GRANT SELECT ON strata TO avesqo_advise;
GRANT SELECT ON strata_models TO avesqo_advise;
GRANT SELECT ON cube_day TO avesqo_advise;
GRANT SELECT ON cube_month TO avesqo_advise;
GRANT SELECT ON concurrency TO avesqo_advise;
GRANT SELECT(tenant_id, day, source_id, legs) ON leg_health TO avesqo_advise; -- whether a source fell silent
GRANT SELECT ON published TO avesqo_advise; -- whom it may name
GRANT SELECT ON published_days TO avesqo_advise;

-- web: shows what is published, and nothing else (invariant I5); findings stand in the control store.
CREATE ROLE IF NOT EXISTS avesqo_web;
GRANT SELECT ON published TO avesqo_web;
GRANT SELECT ON published_days TO avesqo_web;

-- operator: sees whether everything arrived, why something was refused and how healthy the data are; no fact about any
-- meeting.
CREATE ROLE IF NOT EXISTS avesqo_operator;
GRANT SELECT ON intake TO avesqo_operator;
GRANT SELECT ON refused TO avesqo_operator;
GRANT SELECT ON leg_health TO avesqo_operator;
GRANT SELECT ON arrival_health TO avesqo_operator;

-- migrate: used while a version is installed, by nobody else.
CREATE ROLE IF NOT EXISTS avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON observations TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON refused TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON intake TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON call_legs TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON leg_health TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON arrival_health TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON graded_legs TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON cube_day TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON cube_month TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON strata TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON strata_models TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON concurrency TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON published TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON published_days TO avesqo_migrate;
GRANT CREATE TABLE, ALTER TABLE ON sealed_legs TO avesqo_migrate;
GRANT CREATE TABLE, SELECT, INSERT ON schema_migrations TO avesqo_migrate;
