-- How far the persons of a sealed list are compared with the civil registry before the ministry checks it.
alter table finalization.batch
    add column matched_up_to text,
    add column matched_at    timestamptz;
comment on column finalization.batch.matched_up_to is 'Last line compared, village/case; null before the first and when all are';
comment on column finalization.batch.matched_at is 'When the whole list was last compared';
