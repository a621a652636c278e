-- Who is away, and who acts for him meanwhile (Plt.). Kept: the timelines of cases read from it in whose place somebody acted.
create table identity.leave (
    leave_id       bigint generated always as identity primary key,
    absent         bigint      not null references identity.account,
    deputy         bigint      not null references identity.account,
    from_at        timestamptz not null,
    until_at       timestamptz not null,
    entered_by     bigint      not null references identity.account,
    entered_at     timestamptz not null,
    handed_over_at timestamptz,
    handed_back_at timestamptz,
    check (absent <> deputy),
    check (until_at >= from_at)
);
comment on column identity.leave.until_at is 'The first moment after the leave';
comment on column identity.leave.handed_over_at is 'When open work went to the deputy; null while it has not';
create index leave_absent on identity.leave (absent, until_at);
create index leave_deputy on identity.leave (deputy, until_at);
create index leave_to_hand on identity.leave (from_at) where handed_back_at is null;
