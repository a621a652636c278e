-- All villages of a regency share the case of its period: what is said about the work of one of them is not for the others.
alter table worklist.comment add column area_code text;
comment on column worklist.comment.area_code is 'In a case everybody within its area follows: what it is about, read by those who see that area; null for all who follow the case';
-- Of what was said before it is not known about whom: the offices of the regency, which the number names, and above read it.
update worklist.comment set area_code = split_part(case_ref, '-', 2) where case_ref like 'PRD-%';
