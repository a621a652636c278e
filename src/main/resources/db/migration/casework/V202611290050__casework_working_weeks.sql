-- Opening hours are changed by the week: one that holds always or in a season, in the nation or in an area, with the decision
-- it comes from. A weekday of a week without hours is free.
create table casework.working_week (
    week_id   bigint generated always as identity primary key,
    area_code varchar(10) not null check (area_code ~ '^(\d{2}(\d{2}(\d{2}(\d{4})?)?)?)?$'),
    from_day  date,
    until_day date,
    source    text        not null check (length(source) between 3 and 120),
    check ((from_day is null) = (until_day is null) and from_day <= until_day),
    unique nulls not distinct (area_code, from_day, until_day)
);
comment on table casework.working_week is 'When offices work: a season wins over what holds always, then the smaller area, then the shorter season';
comment on column casework.working_week.area_code is 'Where it holds: the beginning of the area code; empty is the nation';
comment on column casework.working_week.until_day is 'The last day of the season';

insert into casework.working_week (area_code, from_day, until_day, source)
select distinct '', from_day, until_day, source from casework.working_hours order by from_day nulls first;

alter table casework.working_hours add column week_id bigint references casework.working_week on delete cascade;
update casework.working_hours h set week_id = w.week_id
from casework.working_week w where w.from_day is not distinct from h.from_day;
alter table casework.working_hours
    drop column from_day,
    drop column until_day,
    drop column source,
    drop column hours_id,
    alter column break_from drop not null,
    alter column break_until drop not null,
    drop constraint working_hours_check,
    add primary key (week_id, weekday),
    add check (opens < closes),
    add check ((break_from is null) = (break_until is null)),
    add check (opens < break_from and break_from < break_until and break_until < closes);
comment on table casework.working_hours is 'The weekdays of a working week, in the time of the place; a day without a break has none';
