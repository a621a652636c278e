-- Who closed a level stays known when the level has to close again: whoever did does not close another one.
alter table finalization.level_closing add column reopened_at timestamptz;
comment on column finalization.level_closing.reopened_at is 'When the level had to close again; null while the closing counts';
alter table finalization.level_closing drop constraint level_closing_period_id_level_area_code_key;
alter table finalization.level_closing
    add constraint level_closing_counts unique nulls not distinct (period_id, level, area_code, reopened_at);
