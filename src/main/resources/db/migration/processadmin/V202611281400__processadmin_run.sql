-- Which administrator looks after a failed step; gone when the incident is.
create table processadmin.incident_owner (
    incident_id varchar(64) primary key,
    account_id  bigint      not null,
    by          bigint      not null,
    at          timestamptz not null
);

-- What administrators did to running processes, and why.
create table processadmin.run_deed (
    deed_id bigint generated always as identity primary key,
    what    text        not null check (what in ('SUSPENDED', 'ACTIVATED', 'RETRIED', 'ASSIGNED')),
    -- What it was done to: a version (process:version) or the reference of a case.
    about   text        not null,
    reason  text        not null default '',
    by      bigint      not null,
    at      timestamptz not null
);

create index run_deed_about on processadmin.run_deed (about, deed_id);
