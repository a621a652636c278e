-- The village says that somebody's work speaks against assistance: whoever visits asks about it.
alter table fieldcheck.field_check add column excluded_by_work boolean not null default false;
