-- What a person used up on one day of what may be done only so often a day (requirement 21).
create table identity.daily_use (
    -- As the person reads it from the wall where he works.
    day        date    not null,
    account_id bigint  not null references identity.account,
    limit_code text    not null,
    used       integer not null,
    -- Granted or not.
    attempted  integer not null,
    -- Whether the latest attempt was granted, for the statement that counted it.
    granted    boolean not null,
    -- By day first, since what is over is erased by day.
    primary key (day, account_id, limit_code)
);

insert into public.retention_rule (kind, keep_days) values ('identity.daily-use', 7);
