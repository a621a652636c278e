-- In whose hands the work of an area is, and how much of it is late, is read from the index alone.
drop index worklist.work_item_area;
create index work_item_area on worklist.work_item (area_code text_pattern_ops) include (assignee, due_at) where state = 'OPEN';
