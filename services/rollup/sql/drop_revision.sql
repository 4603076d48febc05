-- A revision of a tenant's month out of a table that is partitioned by (tenant_id, first day of the month, revision). The
-- files are gone when it returns; a revision that is not there is no error.
ALTER TABLE {table:Identifier} DROP PARTITION ({tenant:String}, {day:Date}, {revision:UInt32})
