-- The ministry may end a case as well as send it back.
alter table finalization.batch_item
    drop constraint batch_item_state_check,
    add constraint batch_item_state_check check (state in
        ('JOINED', 'APPROVED', 'SEALED', 'DETERMINED', 'RETURNED', 'REJECTED', 'LEFT'));
alter table finalization.list_correction
    drop constraint list_correction_cause_check,
    add constraint list_correction_cause_check check (cause in ('RETURNED', 'REJECTED', 'LEFT'));
