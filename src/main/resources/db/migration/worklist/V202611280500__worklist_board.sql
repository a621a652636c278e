-- How much work is open until when, and how long work took, for each area and those above it. A work item's own transaction
-- only adds rows to the two *_change tables, so nobody waits for a row that a whole country shares; every few seconds the
-- changes are folded into the sums. A reader adds what is not folded yet, so a sum is exact at any moment.
-- Codes are compared byte by byte: an area's code is the beginning of those within it.

create table worklist.work_due_change (
    change_id bigint generated always as identity primary key,
    area_code text collate "C" not null,
    task_key  text             not null,
    due_at    timestamptz      not null,
    n         integer          not null
);

create table worklist.work_due (
    digits    smallint         not null check (digits in (0, 2, 4, 6, 10)),
    area_code text collate "C" not null,
    task_key  text             not null,
    due_at    timestamptz      not null,
    n         integer          not null,
    primary key (digits, area_code, task_key, due_at)
);
comment on table worklist.work_due is 'Open work items by area of each level (as many digits as its code has; 0 is the nation), task and due date';

create table worklist.work_pace_change (
    change_id bigint generated always as identity primary key,
    area_code text collate "C" not null,
    task_key  text             not null,
    month     date             not null,
    took      smallint         not null,
    late      boolean          not null,
    n         integer          not null
);

create table worklist.work_pace (
    digits    smallint         not null check (digits in (0, 2, 4, 6, 10)),
    area_code text collate "C" not null,
    task_key  text             not null,
    month     date             not null,
    took      smallint         not null,
    late      boolean          not null,
    n         integer          not null,
    primary key (digits, area_code, month, task_key, took, late)
);
comment on column worklist.work_pace.month is 'First day of the month in which it was done, by the clock of Jakarta';
comment on column worklist.work_pace.took is 'Class of the time from opening to done: class c begins at 1.25^c - 1 hours';

-- The lists behind the numbers.
create index work_item_due on worklist.work_item (due_at, item_id) where state = 'OPEN';
create index work_item_area on worklist.work_item (area_code text_pattern_ops) where state = 'OPEN';

create function worklist.took_class(opened timestamptz, done timestamptz) returns smallint language sql immutable as
$$ select floor(ln(1 + greatest(0, extract(epoch from done - opened)) / 3600) / ln(1.25))::smallint $$;

-- Counts whatever writes a work item, one at a time or a million at once.
create function worklist.count_change() returns trigger language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        insert into worklist.work_due_change (area_code, task_key, due_at, n)
        select area_code, task_key, due_at, count(*) from fresh where state = 'OPEN' group by 1, 2, 3;
    elsif tg_op = 'DELETE' then
        insert into worklist.work_due_change (area_code, task_key, due_at, n)
        select area_code, task_key, due_at, -count(*) from stale where state = 'OPEN' group by 1, 2, 3;
    else
        insert into worklist.work_due_change (area_code, task_key, due_at, n)
        select area_code, task_key, due_at, sum(n) from (
            select area_code, task_key, due_at, 1 as n from fresh where state = 'OPEN'
            union all
            select area_code, task_key, due_at, -1 from stale where state = 'OPEN') as both_sides
        group by 1, 2, 3 having sum(n) <> 0;
        insert into worklist.work_pace_change (area_code, task_key, month, took, late, n)
        select f.area_code, f.task_key, date_trunc('month', f.done_at at time zone 'Asia/Jakarta')::date,
            worklist.took_class(f.opened_at, f.done_at), f.done_at > f.due_at, count(*)
        from fresh f join stale s using (item_id) where f.state = 'DONE' and s.state <> 'DONE' group by 1, 2, 3, 4, 5;
    end if;
    return null;
end
$$;

create trigger count_inserted after insert on worklist.work_item
    referencing new table as fresh for each statement execute function worklist.count_change();
create trigger count_updated after update on worklist.work_item
    referencing old table as stale new table as fresh for each statement execute function worklist.count_change();
create trigger count_deleted after delete on worklist.work_item
    referencing old table as stale for each statement execute function worklist.count_change();

-- What is there already.
insert into worklist.work_due_change (area_code, task_key, due_at, n)
select area_code, task_key, due_at, count(*) from worklist.work_item where state = 'OPEN' group by 1, 2, 3;
insert into worklist.work_pace_change (area_code, task_key, month, took, late, n)
select area_code, task_key, date_trunc('month', done_at at time zone 'Asia/Jakarta')::date,
    worklist.took_class(opened_at, done_at), done_at > due_at, count(*)
from worklist.work_item where state = 'DONE' group by 1, 2, 3, 4, 5;
