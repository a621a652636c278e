-- Who chose which calendar and cadence for a regency, when and why: append-only.
create table finalization.calendar_choice (
    calendar_choice_id bigint generated always as identity primary key,
    regency_code varchar(10) not null references area.area (area_code),
    calendar     text        not null references finalization.calendar (code),
    cadence      text        not null check (cadence in ('MONTHLY', 'QUARTERLY')),
    sentence     text        not null check (length(sentence) between 10 and 1000),
    chosen_by    bigint      not null,
    chosen_at    timestamptz not null
);
create index calendar_choice_regency on finalization.calendar_choice (regency_code, calendar_choice_id desc);
comment on table finalization.calendar_choice is 'append-only: counts from the first period planned after it';
