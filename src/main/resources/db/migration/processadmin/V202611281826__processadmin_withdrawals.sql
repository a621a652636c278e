-- A form or a table can be taken out of use: proposed and released as every change.
alter table processadmin.release drop constraint release_source_check;
alter table processadmin.release add constraint release_source_check
    check (source in ('SHIPPED', 'DRAFT', 'ROLLBACK', 'WITHDRAWAL'));
