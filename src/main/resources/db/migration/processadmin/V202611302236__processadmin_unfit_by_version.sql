-- Which version of the application refuses a release that is in force: while servers are replaced one by one each has its own opinion,
-- and none takes back that of another. The column release.unfit_at stays for the servers of before, which still write it.
create table processadmin.release_unfit (
    release_id  bigint      not null references processadmin.release (release_id),
    -- As JudgingVersion tells it.
    application text        not null check (length(application) = 64),
    at          timestamptz not null,
    primary key (release_id, application)
);
