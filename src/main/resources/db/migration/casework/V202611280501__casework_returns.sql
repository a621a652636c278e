-- Returns are few among the events; those who look after the villages ask for the latest months.
create index case_event_returned on casework.case_event (at, case_ref)
    where status in ('RETURNED_TO_VILLAGE', 'RETURNED_BY_MINISTRY') and reason_code is not null;
