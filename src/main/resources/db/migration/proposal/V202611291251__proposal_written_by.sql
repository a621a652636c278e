-- Everybody who ever wrote in it, and not only the last: none of them decides it.
alter table proposal.proposal add column written_by bigint[] not null default '{}';
update proposal.proposal p set written_by = array(
  select distinct account from (
    select unnest(array[p.drafted_by, p.changed_by] || p.handed_in_by) as account
    union all
    select f.replaced_by from proposal.former_content f where f.case_ref = p.case_ref) known
  where account is not null);
