-- Why a head sent a meeting's record back has a reason code like every return, and the record he sent back stays.
alter table proposal.village_meeting add column sent_back_code text;
update proposal.village_meeting set sent_back_code = 'OTHER' where sent_back is not null;
alter table proposal.village_meeting add constraint village_meeting_sent_back_why
    check ((sent_back is null) = (sent_back_code is null));
alter table proposal.village_meeting add column former_records jsonb not null default '[]';
comment on column proposal.village_meeting.former_records is
    'Records another took the place of, oldest first; empty once what was said about the families is erased';
