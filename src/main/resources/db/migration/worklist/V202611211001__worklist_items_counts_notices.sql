create schema if not exists worklist;

create table worklist.work_item (
    item_id     bigint generated always as identity primary key,
    task_id     text        not null unique,
    task_key    text        not null,
    process_key text        not null,
    case_ref    varchar(24) not null,
    kind        text        not null,
    role        text        not null,
    area_code   text        not null,
    team_area   text        not null,
    opened_at   timestamptz not null,
    due_at      timestamptz not null,
    assignee    bigint,
    state       text        not null check (state in ('OPEN', 'DONE', 'GONE')),
    done_by     bigint,
    done_at     timestamptz,
    version     integer     not null default 0
);
comment on column worklist.work_item.team_area is 'The area cut to the length of the role''s usual territory, so that a team''s page is one index range';
create index work_item_team on worklist.work_item (role, team_area, due_at, item_id) where state = 'OPEN';
create index work_item_mine on worklist.work_item (assignee, due_at, item_id) where state = 'OPEN';
create index work_item_done on worklist.work_item (done_by, done_at desc, item_id desc) where state = 'DONE';
create index work_item_case on worklist.work_item (case_ref) where state = 'OPEN';

create table worklist.work_count (
    role      text    not null,
    area_code text    not null,
    task_key  text    not null,
    state     text    not null,
    n         integer not null,
    primary key (role, area_code, task_key, state)
);
comment on table worklist.work_count is 'How many work items per role, area, task and state; changed in the item''s own transaction';
create index work_count_area on worklist.work_count (role, area_code text_pattern_ops) where state = 'OPEN';

create table worklist.notice (
    notice_id  bigint generated always as identity primary key,
    account_id bigint      not null,
    case_ref   varchar(24) not null,
    status     text        not null,
    reason     text,
    at         timestamptz not null,
    read_at    timestamptz
);
create index notice_of_account on worklist.notice (account_id, notice_id desc);
