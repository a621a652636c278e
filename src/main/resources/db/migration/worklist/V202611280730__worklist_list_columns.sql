-- What lists are filtered, sorted and searched by, as columns of the item itself.
alter table worklist.work_item
    add column stage       text        not null default 'OTHER',
    add column returned    boolean     not null default false,
    add column subject     text        not null default '',
    add column subject_key text        not null generated always as (area.comparable(subject)) stored,
    add column asked_by    bigint,
    add column changed_at  timestamptz;
comment on column worklist.work_item.stage is 'Which part of the way the task belongs to, by its task_key';
comment on column worklist.work_item.returned is 'The case came back: it is done a second time';
comment on column worklist.work_item.subject is 'Whom the case is about, as casework says it; kept in step with it';
comment on column worklist.work_item.subject_key is 'The subject without accents and capitals, to search and sort by';
comment on column worklist.work_item.asked_by is 'Account of whoever acted last in the case before the task opened: he waits for it';
comment on column worklist.work_item.changed_at is 'When the assignee or the due date changed last while it was open';

update worklist.work_item set
    stage = case
        when task_key = 'correct-proposal' then 'CORRECTION'
        when task_key in ('record-meeting', 'sign-meeting') then 'VILLAGE_MEETING'
        when task_key = 'finalize-village' then 'VILLAGE_LIST'
        when task_key in ('assign-visit', 'record-visit', 'review-visit') then 'FIELD_CHECK'
        when task_key = 'decide-proposal' then 'REGENCY_REVIEW'
        when task_key in ('close-regency', 'approve-batch', 'record-ratification') then 'REGENCY_LIST'
        when task_key = 'forward-batch' then 'PROVINCE'
        when task_key in ('check-integrity', 'determine-batch') then 'MINISTRY'
        else 'OTHER' end;

-- Once, when the columns come: afterwards events tell.
update worklist.work_item i set
    subject = s.subject,
    returned = s.status in ('RETURNED_TO_VILLAGE', 'RETURNED_BY_MINISTRY', 'IDENTITY_MISMATCHED'),
    asked_by = (select e.actor_id from casework.case_event e
                where e.case_ref = i.case_ref and e.actor_id is not null and e.at <= i.opened_at
                order by e.event_id desc limit 1)
from casework.case_summary s
where s.case_ref = i.case_ref and i.state = 'OPEN';

alter table worklist.work_item alter column stage drop default;

-- One index range per team for each order of the list; items open in the order of their number.
create index work_item_team_oldest on worklist.work_item (role, team_area, item_id) where state = 'OPEN';
create index work_item_team_area on worklist.work_item (role, team_area, area_code, item_id) where state = 'OPEN';
create index work_item_team_name on worklist.work_item (role, team_area, subject_key, item_id) where state = 'OPEN';
create index work_item_asked on worklist.work_item (asked_by, due_at, item_id) where state = 'OPEN' and asked_by is not null;
create index work_item_subject on worklist.work_item using gin (subject_key gin_trgm_ops) where state = 'OPEN';
-- Closed items too: whether a task comes back is asked whenever one opens.
drop index worklist.work_item_case;
create index work_item_case on worklist.work_item (case_ref);

create table worklist.last_look (
    account_id bigint primary key,
    since      timestamptz not null,
    seen_at    timestamptz not null
);
comment on table worklist.last_look is 'Since when items count as new for somebody: the end of his last visit but one';

create table worklist.saved_filter (
    filter_id   bigint generated always as identity primary key,
    account_id  bigint      not null,
    name        varchar(60) not null,
    query       varchar(500) not null,
    shared_role text,
    shared_area varchar(10),
    saved_at    timestamptz not null,
    unique (account_id, name)
);
comment on column worklist.saved_filter.shared_role is 'Role of the team that sees it too, null when it is its owner''s alone';
comment on column worklist.saved_filter.shared_area is 'Territory of that team, empty for the nation';
create index saved_filter_shared on worklist.saved_filter (shared_role, shared_area) where shared_role is not null;
