-- The engine's keys forbid that an execution goes while something refers to it. Without a word on what a deletion does,
-- PostgreSQL first looks whether another row has taken the deleted one's id, for each of the keys; RESTRICT forbids the
-- same without that look. Ending a case deletes its executions, so this is asked 22 times a case.
do $$
declare
    key record;
begin
    for key in
        select conrelid::regclass as "table", conname as name, pg_get_constraintdef(oid) as definition
        from pg_constraint
        where contype = 'f' and confrelid = 'public.act_ru_execution'::regclass and confdeltype = 'a'
    loop
        execute format('alter table %s drop constraint %I', key."table", key.name);
        execute format('alter table %s add constraint %I %s on delete restrict', key."table", key.name, key.definition);
    end loop;
end
$$;
