-- Four eyes of a roll-back: it brings back what somebody drew and proposed before, and none of those decides about it either.
create or replace function processadmin.other_hands_decide() returns trigger language plpgsql as
$$
declare
    persons bigint[] := new.decided_as || new.decided_by;
begin
    if exists (
        with recursive origin as (
            select new.proposed_by, new.draft_id, new.again_of
            union
            select r.proposed_by, r.draft_id, r.again_of
            from processadmin.release r join origin o on r.release_id = o.again_of)
        select 1 from origin o
        where o.proposed_by = any (persons)
            or exists (select 1 from processadmin.draft_revision r where r.draft_id = o.draft_id and r.by = any (persons))) then
        raise exception 'Whoever had a hand in release % does not decide about it', new.release_id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
