-- A village's closed list passes through the district on its way up: its head takes note of it (glossary 4). Nothing waits for that.
create table finalization.acknowledgement (
    period_id       bigint      not null references finalization.period,
    village_code    varchar(10) not null references area.area (area_code),
    acknowledged_by bigint      not null,
    acknowledged_at timestamptz not null,
    primary key (period_id, village_code)
);
comment on table finalization.acknowledgement is 'append-only';
