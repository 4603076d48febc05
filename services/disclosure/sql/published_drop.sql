-- What an interrupted sealing left of a revision.
ALTER TABLE published DROP PARTITION ({tenant:String}, {month:Date}, {revision:UInt32})
