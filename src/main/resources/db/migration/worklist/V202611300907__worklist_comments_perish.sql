-- What was said about a family whose case led nowhere goes with what the case claimed; other comments keep their five years.
alter table worklist.comment add column led_nowhere_at timestamptz;
comment on column worklist.comment.led_nowhere_at is 'Since when it counts that its case led nowhere: its end, or when this was said after it; null for all others';
update worklist.comment c set led_nowhere_at = greatest(e.ended_at, c.at)
from casework.ended_case e where e.case_ref = c.case_ref and e.status <> 'DETERMINED';
create index comment_perishes on worklist.comment (led_nowhere_at) where led_nowhere_at is not null;

insert into public.retention_rule (kind, keep_days) values ('worklist.comment-unsuccessful', 730);
