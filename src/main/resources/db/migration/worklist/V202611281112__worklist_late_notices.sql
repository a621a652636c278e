-- A notice may also tell that work becomes or is late, or that a cut-off is near. The rung it tells of is casework's.
alter table worklist.notice
    add column rung_id  bigint,
    add column rung     text,
    add column task_key text,
    add column due_at   timestamptz,
    add check (what <> 'TASK_OVERDUE' or (rung_id is not null and rung is not null and task_key is not null
        and task_id is not null and area_code is not null and due_at is not null)),
    add check (what <> 'CUTOFF_NEARED' or (milestone is not null and items is not null and area_code is not null
        and due_at is not null));
comment on column worklist.notice.rung_id is 'The rung of a task''s ladder it tells of, a key of casework.task_rung';
comment on column worklist.notice.due_at is 'Until when the task should be done, or the cut-off';
create unique index notice_of_rung on worklist.notice (rung_id, account_id) where rung_id is not null;
