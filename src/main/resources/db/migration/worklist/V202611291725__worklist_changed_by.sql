-- What somebody did himself is no news to him. Whoever has work by now is taken to have claimed it.
alter table worklist.work_item add column changed_by bigint;
comment on column worklist.work_item.changed_by is 'Account that changed assignee, due date or step last; null for the system';
update worklist.work_item set changed_by = assignee where state = 'OPEN' and assignee is not null;
