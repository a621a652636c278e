-- What a meeting said about families is erased after its time; that it was held, and about whom it spoke, stays.
alter table proposal.village_meeting add column erased_at timestamptz;
comment on column proposal.village_meeting.erased_at is 'When what was said about the families was erased; null while it is kept';
create index village_meeting_perishes on proposal.village_meeting (coalesce(signed_at, recorded_at, opened_at))
    where erased_at is null and state in ('SIGNED', 'CALLED_OFF');

insert into public.retention_rule (kind, keep_days) values ('proposal.meeting', 2192);
