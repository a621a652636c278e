-- What a supervisor does about the work of others: reminds once a day, moves a deadline and says why, leaves a note.
alter table worklist.work_item
    add column reminded_at    timestamptz,
    add column due_moved_by   bigint,
    add column due_moved_from timestamptz,
    add column due_moved_why  text,
    add constraint work_item_due_moved check ((due_moved_by is null) = (due_moved_from is null)
        and (due_moved_by is null) = (due_moved_why is null));
comment on column worklist.work_item.reminded_at is 'When a supervisor reminded of it last; not more than once a day';
comment on column worklist.work_item.due_moved_from is 'The due date before it was moved last';

alter table worklist.comment add column is_note boolean not null default false;
comment on column worklist.comment.is_note is 'A supervisor wrote it as a note to those who work on the case';

alter table worklist.bulk
    drop constraint bulk_deed_check,
    add constraint bulk_deed_check check (deed in ('CLAIM', 'RELEASE', 'GIVE', 'COMPLETE', 'REASSIGN', 'REMIND', 'NOTE',
        'MOVE_DUE'));

-- Which kinds of notice there are is the code's to say: more than one room of work adds to them.
alter table worklist.notice
    drop constraint notice_what_check,
    add constraint notice_what_check check (what ~ '^[A-Z_]{3,30}$');
