-- The staged content of a day in the place of what the table has. Not crash-atomic: see services/rollup/swap.ts.
ALTER TABLE {table:Identifier} REPLACE PARTITION ({tenant:String}, {day:Date}) FROM {staging:Identifier}
