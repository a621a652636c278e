-- The cases in whose timeline somebody acted, latest first.
create index case_event_actor on casework.case_event (actor_id, event_id desc)
    where actor_id is not null and case_ref is not null;
create index case_event_actor_case on casework.case_event (actor_id, case_ref, event_id)
    where actor_id is not null and case_ref is not null;
