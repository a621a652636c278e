-- A release that waits for the opening of a period follows it when the opening is moved; one that cannot take effect says why.
alter table processadmin.release
    add column opening_of text,
    add column failed_at  timestamptz,
    add column failure    text check (failure in ('CHECK', 'ENGINE')),
    add check ((failed_at is null) = (failure is null)),
    add check (failed_at is null or deployed_at is null);

drop index processadmin.release_due;
create index release_due on processadmin.release (effective_at)
    where state = 'RELEASED' and deployed_at is null and failed_at is null;

alter table processadmin.release_entry drop constraint release_entry_what_check;
alter table processadmin.release_entry add constraint release_entry_what_check
    check (what in ('PROPOSED', 'DECLINED', 'RELEASED', 'MOVED', 'DEPLOYED', 'FAILED'));
