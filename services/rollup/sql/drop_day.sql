-- A tenant's day out of a table that is partitioned by (tenant_id, day), or a month where the date is its first day. The
-- files are gone when it returns; a day that is not there is no error.
ALTER TABLE {table:Identifier} DROP PARTITION ({tenant:String}, {day:Date})
