-- Where the first request with a key was sent: the same key at another address is another deed, and no repeat.
-- Null for requests of before, and for what nobody sent.
alter table request_key add column asked text;
