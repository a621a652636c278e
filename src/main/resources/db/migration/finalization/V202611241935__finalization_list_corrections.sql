create table finalization.list_correction (
    batch_id     bigint      not null references finalization.batch,
    number       integer     not null check (number > 0),
    case_ref     varchar(24) not null,
    village_code varchar(10) not null references area.area (area_code),
    cause        text        not null check (cause in ('RETURNED', 'LEFT')),
    ratified     boolean     not null,
    sha256       char(64)    not null,
    corrected_at timestamptz not null,
    primary key (batch_id, number)
);

comment on table finalization.list_correction is 'append-only: cases that left a sealed list';
comment on column finalization.list_correction.ratified is 'The regent''s letter was there already and keeps its hash';
comment on column finalization.list_correction.sha256 is 'Hash of the list from then on';
