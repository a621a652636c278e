-- Why somebody agreed to a family against the advice.
alter table proposal.decision add column despite text;
alter table proposal.proposal add column agreed_despite text;
