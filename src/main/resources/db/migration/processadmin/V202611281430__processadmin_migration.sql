-- Running cases are to follow another version: planned by one person, begun by another.
create table processadmin.migration (
    migration_id   bigint generated always as identity primary key,
    process_key    text        not null,
    source_version integer     not null,
    target_version integer     not null check (target_version <> source_version),
    state          text        not null check (state in ('PLANNED', 'RUNNING', 'PAUSED', 'DONE', 'DROPPED')),
    reason         text        not null,
    planned_by     bigint      not null,
    planned_at     timestamptz not null,
    begun_by       bigint,
    begun_at       timestamptz,
    ended_at       timestamptz,
    check (begun_by is distinct from planned_by)
);

-- One move at a time out of a version.
create unique index migration_under_way on processadmin.migration (process_key, source_version)
    where state in ('PLANNED', 'RUNNING', 'PAUSED');

-- Which step of the new version takes the place of which step of the old one.
create table processadmin.migration_step (
    migration_id bigint not null references processadmin.migration (migration_id),
    source_step  text   not null,
    target_step  text   not null,
    primary key (migration_id, source_step)
);

-- What became of each case, written together with its move.
create table processadmin.migration_case (
    migration_id bigint      not null references processadmin.migration (migration_id),
    instance_id  varchar(64) not null,
    case_ref     text,
    state        text        not null check (state in ('WAITING', 'MOVED', 'STAYED', 'GONE')),
    attempts     smallint    not null default 0,
    -- Where and why it stayed.
    step         text,
    fault        text,
    at           timestamptz not null,
    primary key (migration_id, instance_id),
    check ((state = 'STAYED') = (fault is not null))
);

create index migration_case_waiting on processadmin.migration_case (migration_id, attempts, instance_id)
    where state = 'WAITING';

-- What administrators did about it.
create table processadmin.migration_deed (
    deed_id      bigint generated always as identity primary key,
    migration_id bigint      not null references processadmin.migration (migration_id),
    what         text        not null check (what in ('PLANNED', 'BEGUN', 'PAUSED', 'RESUMED', 'DROPPED', 'DONE')),
    -- Null for the system.
    by           bigint,
    at           timestamptz not null
);
