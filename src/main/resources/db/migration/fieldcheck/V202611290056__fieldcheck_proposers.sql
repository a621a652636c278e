-- Everybody who drafted the case or handed it in: none of them visits.
alter table fieldcheck.field_check add column proposers bigint[] not null default '{}';
update fieldcheck.field_check set proposers = array[drafted_by] where drafted_by is not null;
alter table fieldcheck.field_check drop column drafted_by;
