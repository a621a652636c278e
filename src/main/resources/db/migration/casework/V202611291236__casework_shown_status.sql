-- Lists of other rooms are looked through by what people see, so the question is part of their own queries.
create view casework.shown_status as
select s.case_ref, case when g.since > s.since then g.status else s.status end as status
from casework.case_summary s left join casework.case_group g using (group_id);
comment on view casework.shown_status is 'The status people see of each case: while it travels in a group, the group''s';
