-- Work passes from hand to hand: whom it returns to, until when it sleeps, for whom somebody stands in.
alter table worklist.work_item
    add column owner         bigint,
    add column follow_up_at  timestamptz,
    add column stands_in_for bigint;
comment on column worklist.work_item.owner is 'Account that asked the assignee to work on it and gets it back; only the owner completes it';
comment on column worklist.work_item.follow_up_at is 'Until then the item is in no list but that of the postponed; compared with the clock at each query';
comment on column worklist.work_item.stands_in_for is 'Account on leave whose work the assignee does meanwhile';
create index work_item_postponed on worklist.work_item (assignee, follow_up_at) where state = 'OPEN' and follow_up_at is not null;
create index work_item_stand_in on worklist.work_item (stands_in_for) where state = 'OPEN' and stands_in_for is not null;

create table worklist.comment (
    comment_id bigint      generated always as identity primary key,
    case_ref   varchar(24) not null,
    account_id bigint      not null,
    words      text        not null check (length(words) between 1 and 1000),
    at         timestamptz not null
);
comment on table worklist.comment is 'What those who handle a case tell each other about it';
create index comment_of_case on worklist.comment (case_ref, comment_id);
create index comment_at on worklist.comment (at);
insert into public.retention_rule (kind, keep_days) values ('worklist.comment', 1825);

-- A notice may also be personal: what a colleague did with one's work, or that he asks for attention.
alter table worklist.notice
    alter column case_ref drop not null,
    add column by_account bigint,
    add column task_id    text,
    add column items      integer,
    drop constraint notice_what_check,
    add constraint notice_what_check check (what in ('PROGRESSED', 'ROLLED_OVER', 'CUTOFF_MOVED', 'GIVEN', 'ASKED',
        'ANSWERED', 'TAKEN_OVER', 'MENTIONED', 'STANDS_IN', 'HANDED_BACK')),
    add constraint notice_about check (case_ref is not null or items is not null);
