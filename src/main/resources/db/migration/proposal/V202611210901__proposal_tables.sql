create schema if not exists proposal;

create sequence proposal.proposal_seq increment 50;

create table proposal.proposal (
    id                  bigint primary key,
    case_ref            varchar(24) not null unique,
    kind                text        not null,
    area_code           varchar(10) not null references area.area (area_code),
    channel             text        not null,
    own_family          boolean     not null default false,
    status              text        not null,
    subject             text        not null default '',
    member_count        integer     not null default 0,
    content             jsonb       not null,
    remarks             jsonb       not null default '[]',
    reason_code         text,
    reason_text         text,
    meeting_ref         varchar(24),
    evidence_on         date,
    finalized           boolean     not null default false,
    visited             boolean     not null default false,
    sign_count          smallint    not null default 0,
    drafted_by          bigint      not null,
    drafted_at          timestamptz not null,
    submitted_by        bigint,
    submitted_at        timestamptz,
    changed_by          bigint,
    changed_at          timestamptz not null,
    version             integer     not null
);

comment on column proposal.proposal.subject is 'name of the head of family, as lists show it';
comment on column proposal.proposal.evidence_on is 'day of the minutes or statement the village word rests on; valid three months';
comment on column proposal.proposal.finalized is 'the village has closed a list with this case in it';
comment on column proposal.proposal.visited is 'a visit to the home stands; taken back when what was seen is changed';

-- Lists by territory, and what a village may put into its batch.
create index proposal_area on proposal.proposal (area_code varchar_pattern_ops, status, id);
create index proposal_changed on proposal.proposal (changed_at desc, id desc);

-- One open case per person and kind, and per family card (glossary 7, invariants). A row lives as long as the case.
create table proposal.open_subject (
    kind     text        not null,
    subject  text        not null check (subject in ('NIK', 'KK')),
    number   text        not null,
    case_ref varchar(24) not null,
    primary key (kind, subject, number)
);
create index open_subject_case on proposal.open_subject (case_ref);

create table proposal.village_meeting (
    id           bigint generated always as identity primary key,
    meeting_ref  varchar(24) not null unique,
    area_code    varchar(10) not null references area.area (area_code),
    state        text        not null,
    opened_at    timestamptz not null,
    route        text,
    held_on      date,
    place        text,
    attendance   integer,
    verdicts     jsonb       not null default '[]',
    recorded_by  bigint,
    recorded_at  timestamptz,
    signed_by    bigint,
    signed_at    timestamptz,
    sent_back    text,
    version      integer     not null
);

-- One open meeting per village.
create unique index village_meeting_open on proposal.village_meeting (area_code) where state <> 'SIGNED';

-- Who said what about a case: append-only.
create table proposal.decision (
    id          bigint generated always as identity primary key,
    case_ref    varchar(24) not null,
    level       text        not null,
    decision    text        not null,
    reason_code text,
    reason_text text,
    remarks     jsonb       not null default '[]',
    decided_by  bigint,
    decided_at  timestamptz not null
);
create index decision_case on proposal.decision (case_ref, id);
