-- A draft can be tried before anybody proposes it: what is asked is a proposal (release/12) or a save of a draft (draft/7/3).
alter table processadmin.replay_change drop constraint replay_change_release_id_fkey;
alter table processadmin.replay drop constraint replay_release_id_fkey;
alter table processadmin.replay alter column release_id type text using 'release/' || release_id;
alter table processadmin.replay rename column release_id to subject;
alter table processadmin.replay_change alter column release_id type text using 'release/' || release_id;
alter table processadmin.replay_change rename column release_id to subject;
alter table processadmin.replay add check (subject ~ '^(release/[0-9]+|draft/[0-9]+/[0-9]+)$');
alter table processadmin.replay_change
    add constraint replay_change_subject_fkey foreign key (subject) references processadmin.replay (subject) on delete cascade;
