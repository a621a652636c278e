-- That people were warned of a cut-off: once for each day it was to be on.
create table finalization.cutoff_warning (
    period_id  bigint      not null references finalization.period,
    milestone  text        not null check (milestone in ('VILLAGE_CUTOFF', 'REGENCY_CUTOFF')),
    cutoff_day date        not null,
    days       smallint    not null check (days in (7, 3, 1)),
    warned_at  timestamptz not null,
    primary key (period_id, milestone, cutoff_day, days)
);
comment on column finalization.cutoff_warning.cutoff_day is 'By the clock of the regency';
