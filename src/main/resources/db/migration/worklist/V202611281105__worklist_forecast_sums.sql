-- What is foretold of whole regencies, made anew every night: a province and the country are sums of few rows.
create table worklist.forecast_sum (
    regency varchar(4)  primary key references area.area (area_code),
    risky   integer     not null,
    missing integer     not null,
    made_at timestamptz not null
);
comment on column worklist.forecast_sum.risky is 'Open work more likely to be late than not';
comment on column worklist.forecast_sum.missing is 'Cases that will miss the cut-off of their village at the present pace';

create table worklist.forecast_outcome (
    regency varchar(4) not null references area.area (area_code),
    class   smallint   not null check (class between 0 and 3),
    n       integer    not null,
    late    integer    not null,
    primary key (regency, class)
);
comment on column worklist.forecast_outcome.class is 'Risk that was foretold, in steps of 25 per cent';
