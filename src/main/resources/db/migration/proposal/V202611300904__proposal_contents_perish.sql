-- What an ended case claimed is erased after its time; that it was there, who did what and why stays.
alter table proposal.proposal
    add column erased_at  timestamptz,
    add column listed_nik text;
comment on column proposal.proposal.erased_at is 'When the content was erased; null while it is kept';
comment on column proposal.proposal.listed_nik is 'Masked number of the head as the list of names shows it, once the content is erased; null where no decree names the family';
-- One for each outcome, as each has a time of its own: neither run passes over what is the other's. A row that ends enters one of
-- them and leaves it when it is erased.
create index proposal_unsuccessful on proposal.proposal (changed_at)
    where erased_at is null and submitted_at is not null
      and status in ('DECLINED_BY_MEETING', 'REJECTED_BY_REGENCY', 'REJECTED_BY_MINISTRY', 'CANCELLED');
create index proposal_determined on proposal.proposal (changed_at)
    where erased_at is null and submitted_at is not null and status = 'DETERMINED';

insert into public.retention_rule (kind, keep_days) values
    ('proposal.unsuccessful', 730),
    ('proposal.determined', 2192);
