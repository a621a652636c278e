-- Whom a list can be narrowed to: the few of a team's many items that somebody has taken.
create index work_item_taken on worklist.work_item (role, team_area, assignee)
  where state = 'OPEN' and assignee is not null;
