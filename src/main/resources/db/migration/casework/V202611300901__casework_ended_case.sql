-- How long something is kept counts from the end of its case; the rooms that keep it ask in their own queries. A village's meeting
-- and a regency's period carry statuses of cases and are none.
create view casework.ended_case as
select case_ref, status, since as ended_at from casework.case_summary
where status in ('DECLINED_BY_MEETING', 'REJECTED_BY_REGENCY', 'REJECTED_BY_MINISTRY', 'DETERMINED', 'CANCELLED')
  and kind not in ('VILLAGE_MEETING', 'PERIOD');
comment on view casework.ended_case is 'Families'' cases to which nothing more will happen, and since when';
