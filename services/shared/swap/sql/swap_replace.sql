-- The staged content of a partition in the place of what the table has. Not crash-atomic: see services/shared/swap/swap.ts.
ALTER TABLE {table:Identifier} REPLACE PARTITION ({tenant:String}, {period:Date}) FROM {staging:Identifier}
