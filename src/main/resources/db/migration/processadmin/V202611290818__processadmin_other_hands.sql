-- Four eyes by person: whoever decides has neither proposed nor ever saved the draft, nor does he act for somebody who has.
alter table processadmin.release add column decided_as bigint[] not null default '{}';
comment on column processadmin.release.decided_as is 'Accounts the decider counted as: his own and those he acted for';

create function processadmin.other_hands_decide() returns trigger language plpgsql as
$$
declare
    persons bigint[] := new.decided_as || new.decided_by;
begin
    if new.proposed_by = any (persons)
        or exists (select 1 from processadmin.draft_revision r where r.draft_id = new.draft_id and r.by = any (persons)) then
        raise exception 'Whoever had a hand in release % does not decide about it', new.release_id using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger other_hands_decide before insert or update of decided_by, decided_as, state on processadmin.release
    for each row when (new.decided_by is not null) execute function processadmin.other_hands_decide();
