-- What the application's role may do, said again after every migration: rows of every table of ours, never their shape.
-- On somebody else's server there may be schemas of other owners beside ours: they are left alone.
-- A table whose comment begins with 'append-only' takes new rows and gives them to read, nothing else.
do $$
declare
    room   record;
    sealed record;
begin
    for room in
        select nspname from pg_namespace
        where nspname not like 'pg\_%' and nspname <> 'information_schema'
          and (nspname = 'public' or pg_has_role(nspowner, 'usage'))
    loop
        execute format('grant usage on schema %I to "${applicationRole}"', room.nspname);
        execute format('grant select, insert, update, delete on all tables in schema %I to "${applicationRole}"', room.nspname);
        execute format('grant usage, select on all sequences in schema %I to "${applicationRole}"', room.nspname);
    end loop;

    for sealed in
        select c.oid::regclass::text as name
        from pg_class c
        where c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') like 'append-only%'
    loop
        execute format('revoke update, delete on %s from "${applicationRole}"', sealed.name);
    end loop;

    revoke insert, update, delete on public.flyway_schema_history from "${applicationRole}";
end
$$;
