-- Who took a case out of a sealed list: whoever comes second is told.
alter table finalization.list_correction add column corrected_by bigint;
comment on column finalization.list_correction.corrected_by is 'Null when the case left by itself, or before this was written down';
