-- Everybody who ever handed it in, and not only the first: none of them verifies or decides it.
alter table proposal.proposal add column handed_in_by bigint[] not null default '{}';
update proposal.proposal
set handed_in_by = case when changed_by <> submitted_by then array[submitted_by, changed_by] else array[submitted_by] end
where submitted_by is not null;
alter table proposal.proposal drop column submitted_by;

-- Officials' own families that wait for somebody else to hand them in.
create index proposal_own_family on proposal.proposal (area_code varchar_pattern_ops) where own_family;
