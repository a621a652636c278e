-- How much of a team's work is put off is counted on every look at its list.
create index work_item_team_asleep on worklist.work_item (role, team_area, follow_up_at)
    where state = 'OPEN' and follow_up_at is not null;
