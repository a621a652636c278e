-- What is foretold of a case before the regency's list is held against what happens as well as before the village's.
alter table worklist.forecast_cutoff
    add column milestone text not null default 'VILLAGE_CUTOFF' check (milestone in ('VILLAGE_CUTOFF', 'REGENCY_CUTOFF')),
    drop constraint forecast_cutoff_pkey,
    add primary key (period, milestone, case_ref);
alter table worklist.forecast_cutoff alter column milestone drop default;
comment on table worklist.forecast_cutoff is 'What was foretold of a case first in a period, before its village''s and its regency''s list; gone in the night after that list closed';

alter table worklist.forecast_cutoff_outcome
    add column milestone text not null default 'VILLAGE_CUTOFF' check (milestone in ('VILLAGE_CUTOFF', 'REGENCY_CUTOFF')),
    drop constraint forecast_cutoff_outcome_pkey,
    add primary key (regency, month, milestone);
alter table worklist.forecast_cutoff_outcome alter column milestone drop default;
