-- Who lends work that he does for somebody on leave gets it back for him, also when he lent it before the leave was over.
alter table worklist.work_item add column owner_stands_in_for bigint;
comment on column worklist.work_item.owner_stands_in_for is 'Account on leave whose work it is that the owner asked the assignee to do';
