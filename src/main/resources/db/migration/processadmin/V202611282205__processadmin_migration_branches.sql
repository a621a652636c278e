-- Gateways at which the target splits anew: cases that stand behind one get the branches they would miss.
create table processadmin.migration_branch (
    migration_id bigint not null references processadmin.migration (migration_id),
    split        text   not null,
    primary key (migration_id, split)
);
