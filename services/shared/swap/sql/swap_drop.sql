-- A tenant's partition out of a table that is partitioned by (tenant_id, date). The files are gone when it returns; a
-- partition that is not there is no error.
ALTER TABLE {table:Identifier} DROP PARTITION ({tenant:String}, {period:Date})
