create schema if not exists casework;

-- Numbers are handed out in blocks: one round trip gives fifty.
create sequence casework.case_number_seq increment 50;

create table casework.case_group (
    group_id bigint generated always as identity primary key,
    label    text        not null,
    status   text        not null,
    holder   text,
    since    timestamptz not null
);
comment on table casework.case_group is 'Cases that travel together; one row carries the status of all';

create table casework.case_summary (
    case_ref   varchar(24) primary key,
    kind       text        not null,
    area_code  text        not null references area.area (area_code),
    subject    text        not null,
    status     text        not null,
    holder     text,
    since      timestamptz not null,
    group_id   bigint references casework.case_group (group_id),
    opened_by  bigint,
    opened_at  timestamptz not null
);
create index case_summary_area on casework.case_summary (area_code text_pattern_ops);
create index case_summary_group on casework.case_summary (group_id) where group_id is not null;

create table casework.case_event (
    event_id    bigint generated always as identity primary key,
    case_ref    varchar(24),
    group_id    bigint,
    what        text        not null,
    status      text        not null,
    holder      text,
    actor_id    bigint,
    actor_role  text,
    reason_code text,
    reason_text text,
    note        text,
    at          timestamptz not null,
    check (case_ref is not null or group_id is not null)
);
comment on table casework.case_event is 'append-only';
create index case_event_case on casework.case_event (case_ref, event_id);
create index case_event_group on casework.case_event (group_id, event_id) where case_ref is null;

create table casework.holiday (
    day  date primary key,
    name text not null
);

-- Only days that are fixed by the calendar; moving feasts and shared leave come from the yearly joint decree.
insert into casework.holiday (day, name)
select make_date(y, m, d), name
from generate_series(2026, 2027) as y,
     (values (1, 1, 'Tahun Baru Masehi'),
             (5, 1, 'Hari Buruh Internasional'),
             (6, 1, 'Hari Lahir Pancasila'),
             (8, 17, 'Hari Kemerdekaan Republik Indonesia'),
             (12, 25, 'Hari Raya Natal')) as fixed (m, d, name);
