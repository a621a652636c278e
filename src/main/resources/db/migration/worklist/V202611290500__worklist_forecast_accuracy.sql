-- When the work was foretold to be done, to compare with when it was; and whether a case was foretold to miss the cut-off of
-- its village, to compare with whether it did. What is compared is added up by regency; nothing of it is kept for ever.
alter table worklist.forecast add column finish timestamptz;
comment on column worklist.forecast.finish is 'When half of comparable work was done; null for what was foretold before this was kept';
create index forecast_made on worklist.forecast (made_at);

create table worklist.forecast_finish (
    regency varchar(4) not null references area.area (area_code),
    days    smallint   not null,
    n       integer    not null,
    primary key (regency, days)
);
comment on column worklist.forecast_finish.days is 'Whole days it was done after what was foretold, negative before; what still waits, as if it were done last night';

create table worklist.forecast_cutoff (
    period   varchar(24) not null,
    case_ref varchar(24) not null,
    late     boolean     not null,
    missed   boolean     not null default false,
    primary key (period, case_ref)
);
comment on table worklist.forecast_cutoff is 'What was foretold of a case first in a period; gone in the night after its villages'' lists closed';

create table worklist.forecast_cutoff_outcome (
    regency       varchar(4) not null references area.area (area_code),
    month         date       not null check (extract(day from month) = 1),
    late          integer    not null,
    late_missed   integer    not null,
    timely        integer    not null,
    timely_missed integer    not null,
    primary key (regency, month)
);
comment on table worklist.forecast_cutoff_outcome is 'Cases foretold to miss the cut-off and foretold not to, and how many of each missed it, by the month in which the period closed';

insert into public.retention_rule (kind, keep_days) values ('worklist.forecast', 400);
