-- Open due dates follow a change of the calendar after it, some at a time: how far they are stands here, so that whoever
-- comes after a fall goes on there. How many got another date is known when all were looked at.
create table casework.calendar_follow (
    change_id       bigint primary key references casework.calendar_change,
    area_code       varchar(10) not null,
    earliest        timestamptz not null,
    is_stop         boolean     not null,
    before_calendar jsonb,
    after_calendar  jsonb,
    total           integer,
    seen            integer     not null default 0,
    moved           integer     not null default 0,
    failed          integer     not null default 0,
    seen_area       text,
    seen_item       bigint,
    followed_at     timestamptz,
    settled_at      timestamptz,
    check ((seen_area is null) = (seen_item is null)),
    check (settled_at is null or followed_at is not null),
    check ((before_calendar is null) = (settled_at is not null) and (after_calendar is null) = (settled_at is not null))
);
comment on table casework.calendar_follow is 'How open due dates follow a change of the calendar';
comment on column casework.calendar_follow.area_code is 'Beginning of the codes of all areas it may concern; empty is the nation';
comment on column casework.calendar_follow.earliest is 'No due date before this moment changes';
comment on column casework.calendar_follow.is_stop is 'Clock stops move also due dates that somebody set';
comment on column casework.calendar_follow.before_calendar is 'The whole calendar before the change; kept until it is settled';
comment on column casework.calendar_follow.total is 'How many open tasks are looked at; null before the first was';
comment on column casework.calendar_follow.failed is 'How many could not be moved';
comment on column casework.calendar_follow.seen_item is 'With seen_area the last one looked at, in the order of areas and items';
comment on column casework.calendar_follow.followed_at is 'When every open task had been looked at';
comment on column casework.calendar_follow.settled_at is 'When also those had been that opened beside the change';
create index calendar_follow_open on casework.calendar_follow (change_id) where settled_at is null;

insert into casework.calendar_follow (change_id, area_code, earliest, is_stop, total, moved, followed_at, settled_at)
select change_id, '', at, what like 'stop-%', moved, moved, at, at from casework.calendar_change;
-- A server of the version before may still write it while this one starts; a later migration drops it.
alter table casework.calendar_change alter column moved set default 0;
comment on column casework.calendar_change.moved is 'Not in use any more: see calendar_follow';
comment on table casework.calendar_change is 'append-only: who changed the calendar, from what to what';

-- Somebody acted on the case when it was the task's turn: it is looked at by itself, after the others.
create table casework.calendar_straggler (
    change_id bigint      not null references casework.calendar_follow,
    item_id   bigint      not null,
    case_ref  varchar(24) not null,
    attempts  integer     not null default 0,
    again_at  timestamptz not null,
    primary key (change_id, item_id)
);
comment on table casework.calendar_straggler is 'Open tasks a change of the calendar could not move with the others';
-- When a chunk fails it leaves all its tasks: what is tried next, and whether a case has one, is found however many there are.
create index calendar_straggler_again on casework.calendar_straggler (change_id, again_at, item_id);
create index calendar_straggler_case on casework.calendar_straggler (change_id, case_ref);
