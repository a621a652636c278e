-- Who was told that a task becomes or is late. A rung is told once for a due date, also when its timer fires again.
create table casework.task_rung (
    rung_id     bigint generated always as identity primary key,
    task_id     text        not null,
    task_key    text        not null,
    case_ref    varchar(24) not null,
    area_code   varchar(10) not null,
    role        text        not null,
    rung        text        not null check (rung in ('REMINDER', 'SUPERVISOR', 'OFFICE_HEAD', 'PROVINCE')),
    task_due_at timestamptz not null,
    due_at      timestamptz not null,
    reached_at  timestamptz not null,
    told_role   text,
    told        bigint[]    not null,
    acted       text check (acted in ('DONE', 'GONE', 'TAKEN', 'MOVED')),
    acted_at    timestamptz,
    check ((acted is null) = (acted_at is null)),
    unique (task_id, rung, task_due_at)
);
comment on column casework.task_rung.role is 'Whose task it is';
comment on column casework.task_rung.due_at is 'When the rung was to be told; earlier told than this when nobody held the role of the rung below';
comment on column casework.task_rung.told_role is 'Role that was told; null when it was whoever had taken the task';
comment on column casework.task_rung.told is 'Accounts that were told; empty when nobody held the role over the area';
comment on column casework.task_rung.acted is 'What was done with the task after the rung: done, gone by itself, taken by somebody, given another date';
create index task_rung_case on casework.task_rung (case_ref, rung_id);
create index task_rung_open on casework.task_rung (task_id) where acted is null;
