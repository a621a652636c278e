create schema if not exists finalization;

create table finalization.calendar (
    code          text primary key,
    opens_day     smallint check (opens_day between 1 and 28),
    village_day   smallint not null check (village_day between 1 and 28),
    regency_day   smallint not null check (regency_day between 1 and 28)
);

comment on table finalization.calendar is 'Days of the month on which a period opens and closes; without opening day it opens when the villages'' list before it closes';

insert into finalization.calendar (code, opens_day, village_day, regency_day)
values ('DTKS_MONTHLY', 15, 22, 25), ('PBI_MONTHLY', 1, 7, 11), ('CONTINUOUS', null, 17, 18);

create table finalization.regency_calendar (
    regency_code varchar(10) primary key references area.area (area_code),
    calendar     text        not null references finalization.calendar (code),
    cadence      text        not null check (cadence in ('MONTHLY', 'QUARTERLY'))
);

comment on table finalization.regency_calendar is 'Regencies that follow another calendar than DTKS_MONTHLY, or send quarterly';

create sequence finalization.period_seq increment 50;

create table finalization.period (
    period_id              bigint primary key,
    case_ref               varchar(24) not null unique,
    regency_code           varchar(10) not null references area.area (area_code),
    month                  date        not null check (extract(day from month) = 1),
    cadence                text        not null check (cadence in ('MONTHLY', 'QUARTERLY')),
    calendar               text        not null references finalization.calendar (code),
    zone                   text        not null,
    state                  text        not null,
    opens_at               timestamptz not null,
    village_cutoff_at      timestamptz not null,
    regency_cutoff_at      timestamptz not null,
    determination_planned_at timestamptz not null,
    version                bigint      not null,
    unique (regency_code, month),
    check (opens_at < village_cutoff_at and village_cutoff_at <= regency_cutoff_at
           and regency_cutoff_at <= determination_planned_at)
);

comment on column finalization.period.month is 'First day of the month in which the period closes';

create index period_by_state on finalization.period (regency_code varchar_pattern_ops, month desc);

create table finalization.cutoff_move (
    cutoff_move_id bigint generated always as identity primary key,
    period_id      bigint      not null references finalization.period,
    milestone      text        not null,
    from_at        timestamptz not null,
    to_at          timestamptz not null,
    sentence       text        not null check (length(sentence) between 10 and 1000),
    moved_by       bigint      not null,
    moved_at       timestamptz not null
);

create index cutoff_move_period on finalization.cutoff_move (period_id);

create table finalization.level_closing (
    level_closing_id bigint generated always as identity primary key,
    period_id        bigint      not null references finalization.period,
    level            text        not null check (level in
                         ('VILLAGE', 'REGENCY', 'OFFICE_HEAD', 'REGENT', 'PROVINCE', 'MINISTRY', 'MINISTER')),
    area_code        varchar(10) not null references area.area (area_code),
    closed_by        bigint,
    closed_at        timestamptz not null,
    members          integer     not null check (members >= 0),
    unique (period_id, level, area_code)
);

comment on column finalization.level_closing.closed_by is 'Account; null when the cut-off closed the list';
