-- How long each kind of data is kept, what was erased when, and what must not be erased (security requirement 24).
create table retention_rule (
    kind      text    primary key,
    keep_days integer not null check (keep_days between 1 and 36500)
);
insert into retention_rule (kind, keep_days) values
    ('platform.engine-history', 180),
    ('platform.request-key', 30),
    ('proposal.draft', 180),
    ('worklist.notice', 365);

create table legal_hold (
    hold_id  bigint      generated always as identity primary key,
    case_ref varchar(24) not null,
    reason   text        not null,
    since    timestamptz not null default now(),
    ended_at timestamptz
);
comment on table legal_hold is 'As long as a row has no end, nothing of its case is erased';

create table destruction (
    destruction_id bigint      generated always as identity primary key,
    at             timestamptz not null,
    kind           text        not null,
    older_than     timestamptz not null,
    erased         integer     not null
);
comment on table destruction is 'append-only';
