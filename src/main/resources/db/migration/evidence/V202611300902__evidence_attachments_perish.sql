-- Files of cases that led nowhere are erased after their time; that they were there, and who added them, stays.
alter table evidence.attachment_removed alter column removed_by drop not null;
comment on table evidence.attachment_removed is 'A file that is gone: somebody took it back, or it was erased after its time';
comment on column evidence.attachment_removed.removed_by is 'Null when it was erased after its time';
insert into public.retention_rule (kind, keep_days) values ('evidence.attachment', 730);
