-- The sums of what was done follow the items wherever they go: also one that is taken away again, comes done, or is corrected
-- after it was done. So they always equal a count of the items, and whoever compares can say what differs.
create or replace function worklist.count_change() returns trigger language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        insert into worklist.work_due_change (area_code, task_key, due_at, n)
        select area_code, task_key, due_at, count(*) from fresh where state = 'OPEN' group by 1, 2, 3;
        insert into worklist.work_pace_change (area_code, task_key, month, took, late, n)
        select area_code, task_key, date_trunc('month', done_at at time zone 'Asia/Jakarta')::date,
            worklist.took_class(opened_at, done_at), done_at > due_at, count(*)
        from fresh where state = 'DONE' group by 1, 2, 3, 4, 5;
    elsif tg_op = 'DELETE' then
        insert into worklist.work_due_change (area_code, task_key, due_at, n)
        select area_code, task_key, due_at, -count(*) from stale where state = 'OPEN' group by 1, 2, 3;
        insert into worklist.work_pace_change (area_code, task_key, month, took, late, n)
        select area_code, task_key, date_trunc('month', done_at at time zone 'Asia/Jakarta')::date,
            worklist.took_class(opened_at, done_at), done_at > due_at, -count(*)
        from stale where state = 'DONE' group by 1, 2, 3, 4, 5;
    else
        insert into worklist.work_due_change (area_code, task_key, due_at, n)
        select area_code, task_key, due_at, sum(n) from (
            select area_code, task_key, due_at, 1 as n from fresh where state = 'OPEN'
            union all
            select area_code, task_key, due_at, -1 from stale where state = 'OPEN') as both_sides
        group by 1, 2, 3 having sum(n) <> 0;
        insert into worklist.work_pace_change (area_code, task_key, month, took, late, n)
        select area_code, task_key, date_trunc('month', done_at at time zone 'Asia/Jakarta')::date,
            worklist.took_class(opened_at, done_at), done_at > due_at, sum(n) from (
            select area_code, task_key, opened_at, due_at, done_at, 1 as n from fresh where state = 'DONE'
            union all
            select area_code, task_key, opened_at, due_at, done_at, -1 from stale where state = 'DONE') as both_sides
        group by 1, 2, 3, 4, 5 having sum(n) <> 0;
    end if;
    return null;
end
$$;
