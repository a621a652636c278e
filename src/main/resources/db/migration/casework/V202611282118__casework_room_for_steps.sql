-- A case changes its status and holder many times and neither is indexed: with room left in its page the row is changed in
-- its place.
alter table casework.case_summary set (fillfactor = 70);
