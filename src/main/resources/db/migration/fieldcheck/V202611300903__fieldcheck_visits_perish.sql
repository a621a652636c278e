-- What visitors found is erased after its time; that somebody was there, when and with what outcome stays.
alter table fieldcheck.field_check add column erased_at timestamptz;
comment on column fieldcheck.field_check.erased_at is 'When whose home it is, what was claimed and what was found were erased; null while they are kept';
-- The few whose case led nowhere have a day of their own; a determination writes nothing here. What is erased leaves both indexes.
alter table fieldcheck.field_check add column led_nowhere_at timestamptz;
comment on column fieldcheck.field_check.led_nowhere_at is 'When its case ended without leading into the register; null for all others';
update fieldcheck.field_check c set led_nowhere_at = e.ended_at
from casework.ended_case e where e.case_ref = c.case_ref and e.status <> 'DETERMINED';
create index field_check_led_nowhere on fieldcheck.field_check (led_nowhere_at) where erased_at is null and led_nowhere_at is not null;
create index field_check_perishes on fieldcheck.field_check (concluded_at)
    where erased_at is null and led_nowhere_at is null and concluded_at is not null;
insert into public.retention_rule (kind, keep_days) values
    ('fieldcheck.unsuccessful', 730),
    ('fieldcheck.determined', 2192);
