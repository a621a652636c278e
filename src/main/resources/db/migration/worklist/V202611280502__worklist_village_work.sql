-- When the people of a village last did something.
create index work_item_village_done on worklist.work_item (team_area text_pattern_ops, done_at)
    where state = 'DONE' and role in ('VILLAGE_OPERATOR', 'VILLAGE_HEAD');
