-- A tenant's month (YYYYMM) out of a table that is partitioned by (tenant_id, month). The files are gone when it
-- returns; a month that is not there is no error.
ALTER TABLE {table:Identifier} DROP PARTITION ({tenant:String}, {month:UInt32})
