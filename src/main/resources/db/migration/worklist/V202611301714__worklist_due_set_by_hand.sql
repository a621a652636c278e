-- A clock stop pauses also a due date that somebody set: it takes working time away after he did, and its end never brings
-- the date before the one he set.
alter table worklist.work_item
    add column due_moved_at timestamptz,
    add column due_moved_to timestamptz;
update worklist.work_item set due_moved_at = coalesce(changed_at, opened_at), due_moved_to = due_at
where due_moved_by is not null;
alter table worklist.work_item
    add constraint work_item_due_set check ((due_moved_by is null) = (due_moved_at is null)
        and (due_moved_by is null) = (due_moved_to is null));
comment on column worklist.work_item.due_moved_at is 'When somebody moved the due date last';
comment on column worklist.work_item.due_moved_to is 'The due date he set then; clock stops may have moved it since';
