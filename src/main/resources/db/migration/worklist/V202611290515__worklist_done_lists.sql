-- What was done in a period is listed like what is open: of an area, and of the country.
create index work_item_area_done on worklist.work_item (area_code text_pattern_ops, done_at) where state = 'DONE';
create index work_item_done_at on worklist.work_item (done_at desc, item_id desc) where state = 'DONE';
