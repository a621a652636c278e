-- What was proposed for release and what became of it. The content is kept: the engine is not the archive.
create table processadmin.release (
    release_id    bigint generated always as identity primary key,
    kind          text        not null check (kind in ('BPMN', 'DMN', 'FORM')),
    key           text        not null check (key ~ '^[a-z][a-z0-9-]{1,62}$'),
    room          text        not null check (room ~ '^[a-z]{2,30}$'),
    source        text        not null check (source in ('SHIPPED', 'DRAFT', 'ROLLBACK')),
    -- Number of the draft; the content stands here, whatever becomes of the draft.
    draft_id      bigint,
    -- The release that is taken up again.
    again_of      bigint references processadmin.release (release_id),
    -- What was in force when it was proposed; the release supersedes that one and no other.
    base_id       bigint references processadmin.release (release_id),
    content       text        not null,
    sha256        text        not null check (length(sha256) = 64),
    state         text        not null check (state in ('PROPOSED', 'RELEASED', 'DECLINED')),
    proposed_by   bigint,
    proposed_at   timestamptz not null,
    note          text        not null,
    decided_by    bigint,
    decided_at    timestamptz,
    reason        text,
    -- Counts the releases of one model, from 1.
    version       integer check (version > 0),
    effective_at  timestamptz,
    deployed_at   timestamptz,
    deployment_id text,
    -- Four eyes: a decision is made by another person; only what the application ships was decided by those who built it.
    check (decided_by is null or decided_by is distinct from proposed_by),
    check (source = 'SHIPPED' or proposed_by is not null),
    check (state = 'PROPOSED' or decided_at is not null),
    check ((state = 'RELEASED') = (version is not null and effective_at is not null)),
    unique (kind, key, version)
);

create index release_waiting on processadmin.release (proposed_at) where state = 'PROPOSED';
create index release_due on processadmin.release (effective_at) where state = 'RELEASED' and deployed_at is null;
create unique index release_of_draft on processadmin.release (draft_id) where state = 'PROPOSED';

create table processadmin.release_entry (
    entry_id   bigint generated always as identity primary key,
    release_id bigint      not null references processadmin.release (release_id),
    at         timestamptz not null,
    account_id bigint,
    what       text        not null check (what in ('PROPOSED', 'DECLINED', 'RELEASED', 'DEPLOYED')),
    words      text        not null
);
comment on table processadmin.release_entry is 'append-only: who proposed, released or declined what, when and why';
create index release_entry_of on processadmin.release_entry (release_id, entry_id);

-- What the application brought last: whether a new version of it brings something new is told by this.
create table processadmin.shipped (
    kind   text        not null,
    key    text        not null,
    sha256 text        not null,
    at     timestamptz not null,
    primary key (kind, key)
);
