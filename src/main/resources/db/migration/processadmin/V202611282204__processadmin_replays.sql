-- How far the closed cases of the last period have been asked what a proposal would change for them.
create table processadmin.replay (
    release_id bigint      primary key references processadmin.release (release_id),
    -- Who is at it: a later run does not listen to an earlier one.
    run        uuid        not null,
    state      text        not null check (state in ('RUNNING', 'DONE', 'STOPPED', 'NO_PERIOD', 'FAILED')),
    month      date,
    -- The last case that was asked; empty before the first.
    last_ref   text        not null default '',
    cases      integer     not null default 0,
    -- Cases for which something would be otherwise, and those of which it cannot be told.
    differing  integer     not null default 0,
    untold     integer     not null default 0,
    -- When something was heard of it last: a run that is silent has been cut off.
    at         timestamptz not null default now()
);

create table processadmin.replay_change (
    change_id  bigint  generated always as identity primary key,
    release_id bigint  not null references processadmin.replay (release_id) on delete cascade,
    kind       text    not null check (kind in ('ANSWER', 'WAY', 'NEW_STEP', 'LEFT_STEP', 'UNTOLD')),
    about      text    not null,
    before     text    not null,
    after      text    not null,
    cases      integer not null,
    -- Numbers of the first of them.
    refs       text[]  not null,
    unique (release_id, kind, about, before, after)
);
