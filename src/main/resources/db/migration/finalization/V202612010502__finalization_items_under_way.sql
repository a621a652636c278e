-- How far a case of a list is, is asked while it is on its way. Of those that have arrived or left the index keeps nothing, so
-- that a decree writes one entry less for each case it reaches.
drop index finalization.batch_item_state;
create index batch_item_under_way on finalization.batch_item (batch_id, state, batch_item_id)
    where state in ('JOINED', 'APPROVED', 'SEALED');
