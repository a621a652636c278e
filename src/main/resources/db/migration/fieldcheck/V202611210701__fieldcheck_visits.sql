create schema if not exists fieldcheck;

create sequence fieldcheck.field_check_seq increment 50;
create sequence fieldcheck.visit_seq increment 50;

-- One request to see a home. A case may ask again after it was corrected, but never twice at a time.
create table fieldcheck.field_check (
    id             bigint primary key,
    version        integer     not null,
    case_ref       varchar(24) not null,
    village        varchar(10) not null references area.area (area_code),
    subject        text        not null,
    address        text        not null,
    phone          text,
    latitude       numeric(9, 6),
    longitude      numeric(9, 6),
    claimed_signs  text        not null,
    drafted_by     bigint,
    state          text        not null check (state in ('REQUESTED', 'ASSIGNED', 'IN_REVIEW', 'CONCLUDED', 'CANCELLED')),
    worker         bigint,
    planned_on     date,
    result         text check (result in ('CONFIRMED', 'NOT_CONFIRMED', 'RETURN')),
    reason_code    text,
    reason_text    text,
    reviewed_by    bigint,
    requested_at   timestamptz not null,
    concluded_at   timestamptz,
    check ((state = 'CONCLUDED') <= (result is not null)),
    check (result is null or result = 'CONFIRMED' or reason_code is not null)
);

create unique index field_check_one_open on fieldcheck.field_check (case_ref)
    where state in ('REQUESTED', 'ASSIGNED', 'IN_REVIEW');
create index field_check_case on fieldcheck.field_check (case_ref, id);
create index field_check_open_by_worker on fieldcheck.field_check (worker, village)
    where state = 'ASSIGNED';

create table fieldcheck.visit (
    id                bigint primary key,
    field_check_id    bigint      not null references fieldcheck.field_check (id),
    attempt           integer     not null check (attempt > 0),
    visited_by        bigint      not null,
    visited_at        timestamptz not null,
    recorded_at       timestamptz not null,
    outcome           text        not null,
    latitude          numeric(9, 6),
    longitude         numeric(9, 6),
    accuracy_m        integer,
    other_register_id text,
    note              text,
    unique (field_check_id, attempt)
);

create table fieldcheck.answer (
    visit_id bigint     not null references fieldcheck.visit (id),
    sign     varchar(2) not null,
    claimed  boolean    not null,
    finding  text       not null check (finding in ('CONFIRMED', 'DENIED', 'NOT_SEEN')),
    primary key (visit_id, sign)
);
