-- Whose own family it is, by account: that official neither hands it in nor signs, visits, decides or approves it.
alter table proposal.proposal add column family_of bigint;
update proposal.proposal set family_of = drafted_by where own_family;
comment on column proposal.proposal.family_of is 'Account of the official whose own family it is; null where own_family is false';
