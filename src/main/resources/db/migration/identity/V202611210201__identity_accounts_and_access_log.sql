create schema if not exists identity;

create table identity.account (
  account_id   bigint generated always as identity primary key,
  login        text        not null unique,
  display_name text        not null,
  -- The name the login server knows; null until somebody has come in through it.
  subject      text unique,
  demo         boolean     not null default false,
  enabled      boolean     not null default true,
  created_at   timestamptz not null
);

create table identity.assignment (
  assignment_id bigint generated always as identity primary key,
  account_id    bigint      not null references identity.account,
  role          text        not null,
  -- The nation is granted by its own word, never by an empty code.
  nation        boolean     not null default false,
  area_code     varchar(10),
  granted_at    timestamptz not null,
  ended_at      timestamptz,
  check (nation = (area_code is null)),
  check (area_code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10})$')
);
create index assignment_account on identity.assignment (account_id) where ended_at is null;
create index assignment_holder on identity.assignment (role, area_code) where ended_at is null;

create table identity.access_log (
  entry_id   bigint generated always as identity primary key,
  -- Writers commit in any order; the writing transaction tells which entries can still appear before which.
  written_in xid8        not null default pg_current_xact_id(),
  at         timestamptz not null,
  account_id bigint,
  roles      text        not null,
  kind       text        not null,
  subject    text        not null,
  purpose    text        not null,
  origin     text        not null,
  outcome    text        not null
);
comment on table identity.access_log is 'append-only';
create index access_log_subject on identity.access_log (subject, entry_id);
create index access_log_account on identity.access_log (account_id, entry_id);
create index access_log_order on identity.access_log (written_in, entry_id);

create table identity.access_seal (
  seal_id       bigint      primary key,
  through_xact  xid8        not null,
  through_entry bigint      not null,
  entries       integer     not null,
  hash          text        not null,
  sealed_at     timestamptz not null
);
comment on table identity.access_seal is 'append-only';
