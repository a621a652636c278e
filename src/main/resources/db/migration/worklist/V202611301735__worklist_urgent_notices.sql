-- Whoever writes a notice knows whether its mail waits for rhythm and morning: one kind of notice may be both.
alter table worklist.notice add column urgent boolean not null default false;
comment on column worklist.notice.urgent is 'Its mail waits neither for the rhythm its reader chose nor for the end of his quiet time';
update worklist.notice set urgent = true
where delivery_id is null and unmailed is null
  and (what = 'STEPS_FAILED' or (what = 'TASK_OVERDUE' and rung <> 'REMINDER'));
