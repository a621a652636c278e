-- What somebody did is counted on every look at his list, and only where he may still look: so the index tells where it was.
drop index worklist.work_item_done;
create index work_item_done on worklist.work_item (done_by, done_at desc, item_id desc) include (area_code)
    where state = 'DONE';
