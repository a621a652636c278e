-- Every case of a change, not only the first of them: whoever decides can look at each.
create table processadmin.replay_case (
    change_id bigint not null references processadmin.replay_change (change_id) on delete cascade,
    case_ref  text   not null,
    primary key (change_id, case_ref)
);
