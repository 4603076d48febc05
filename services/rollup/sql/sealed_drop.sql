-- What is remembered of a revision's legs. The files are gone when it returns; a revision that is not there is no error.
ALTER TABLE sealed_legs DROP PARTITION ({tenant:String}, {month:Date}, {revision:UInt32})
