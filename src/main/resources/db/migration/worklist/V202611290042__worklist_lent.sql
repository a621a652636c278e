-- What somebody has lent to a colleague is in his list of what waits for others.
create index work_item_lent on worklist.work_item (owner, due_at, item_id) where state = 'OPEN' and owner is not null;
