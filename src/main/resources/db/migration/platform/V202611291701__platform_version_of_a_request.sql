-- The version a request left behind: its repeat is told that one, not what others have saved since.
alter table request_key add column result_version integer;
