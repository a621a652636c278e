-- Files of cases that led nowhere are erased after their time; that they were there, and who added them, stays.
-- Only files of such cases have a day and stand in the index: a determination writes nothing here, and what is erased leaves it.
alter table evidence.attachment add column led_nowhere_at timestamptz;
comment on column evidence.attachment.led_nowhere_at is 'When its case ended without leading into the register; null for all others';
update evidence.attachment a set led_nowhere_at = e.ended_at
from casework.ended_case e where e.case_ref = a.owner and e.status <> 'DETERMINED';
create index attachment_perishes on evidence.attachment (led_nowhere_at, owner) where led_nowhere_at is not null;
alter table evidence.attachment_removed alter column removed_by drop not null;
comment on table evidence.attachment_removed is 'A file that is gone: somebody took it back, or it was erased after its time';
comment on column evidence.attachment_removed.removed_by is 'Null when it was erased after its time';
insert into public.retention_rule (kind, keep_days) values ('evidence.attachment', 730);
