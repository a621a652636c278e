create schema if not exists processadmin;

-- A diagram, table or form somebody works on. What was released before stands elsewhere; the engine knows nothing of drafts.
create table processadmin.draft (
    draft_id    bigint generated always as identity primary key,
    kind        text        not null check (kind in ('BPMN', 'DMN', 'FORM')),
    -- Name of the file without its ending: the id of the process, the decision table or the user task.
    key         text        not null check (key ~ '^[a-z][a-z0-9-]{1,62}$'),
    -- The folder it lies in: the room.
    room        text        not null check (room ~ '^[a-z]{2,30}$'),
    state       text        not null check (state in ('OPEN', 'PROPOSED', 'RELEASED', 'DROPPED')),
    -- Counts the saves; who saves says which one he has seen.
    revision    integer     not null default 1 check (revision > 0),
    -- Hash of the released content it was begun from, null for something new.
    base_sha256 text,
    content     text        not null,
    created_by  bigint      not null,
    created_at  timestamptz not null,
    changed_by  bigint      not null,
    changed_at  timestamptz not null
);

create index draft_open on processadmin.draft (kind, key) where state in ('OPEN', 'PROPOSED');

-- Every save, with what its author said about it.
create table processadmin.draft_revision (
    draft_id bigint      not null references processadmin.draft (draft_id),
    revision integer     not null,
    content  text        not null,
    note     text        not null,
    by       bigint      not null,
    at       timestamptz not null,
    primary key (draft_id, revision)
);

-- Who has the draft open, so that two people who edit the same one know of each other.
create table processadmin.draft_visit (
    draft_id   bigint      not null references processadmin.draft (draft_id),
    account_id bigint      not null,
    seen_at    timestamptz not null,
    primary key (draft_id, account_id)
);
