create table finalization.batch (
    batch_id      bigint generated always as identity primary key,
    period_id     bigint      not null unique references finalization.period,
    case_group    bigint,
    sha256        char(64),
    sealed_at     timestamptz,
    refusal_code  text,
    refusal_text  text,
    refused_by    bigint,
    refused_at    timestamptz,
    check ((sealed_at is null) = (sha256 is null))
);

create table finalization.batch_item (
    batch_item_id  bigint generated always as identity primary key,
    batch_id       bigint      not null references finalization.batch,
    case_ref       varchar(24) not null,
    village_code   varchar(10) not null references area.area (area_code),
    state          text        not null check (state in
                       ('JOINED', 'APPROVED', 'SEALED', 'DETERMINED', 'RETURNED', 'LEFT')),
    joined_at      timestamptz not null,
    decided_by     bigint,
    decided_at     timestamptz,
    line_sha256    char(64),
    signs          smallint,
    members        smallint,
    outlier        text,
    listed         boolean     not null default false,
    rolled_over    smallint    not null default 0,
    changed_at     timestamptz not null
);

comment on column finalization.batch_item.listed is 'In the list the regent ratifies: part of the batch''s hash, whatever becomes of the case later';
comment on column finalization.batch_item.rolled_over is 'How many cut-offs the case has missed in a batch';

comment on column finalization.batch_item.outlier is 'What is unusual about the line, as it was when the list was sealed';

-- A case travels in one batch at a time.
create unique index batch_item_travelling on finalization.batch_item (case_ref)
    where state in ('JOINED', 'APPROVED', 'SEALED');
create index batch_item_case on finalization.batch_item (case_ref);
create index batch_item_list on finalization.batch_item (batch_id, village_code, case_ref);
create index batch_item_state on finalization.batch_item (batch_id, state, batch_item_id);

create table finalization.ratification (
    batch_id      bigint primary key references finalization.batch,
    letter_number text        not null,
    letter_date   date        not null,
    sha256        char(64)    not null,
    ratified_by   bigint      not null,
    ratified_at   timestamptz not null
);

create table finalization.decree (
    batch_id        bigint primary key references finalization.batch,
    number          text        not null,
    effective_month date        not null check (extract(day from effective_month) = 1),
    decided_by      bigint      not null,
    decided_at      timestamptz not null,
    applied_at      timestamptz
);
