-- Bundles of models that left for another installation or came from one.
create table processadmin.bundle (
    bundle_id bigint generated always as identity primary key,
    what      text        not null check (what in ('EXPORTED', 'IMPORTED')),
    -- Address of the installation that made it.
    source    text        not null,
    sha256    text        not null check (length(sha256) = 64),
    note      text        not null,
    by        bigint      not null,
    at        timestamptz not null
);
comment on table processadmin.bundle is 'append-only: who exported or imported which bundle, when and why';

create table processadmin.bundle_part (
    bundle_id bigint  not null references processadmin.bundle (bundle_id),
    kind      text    not null check (kind in ('BPMN', 'DMN', 'FORM')),
    key       text    not null check (key ~ '^[a-z][a-z0-9-]{1,62}$'),
    room      text    not null check (room ~ '^[a-z]{2,30}$'),
    -- Number of the release where the bundle was made.
    version   integer not null check (version > 0),
    sha256    text    not null check (length(sha256) = 64),
    outcome   text    not null check (outcome in ('SENT', 'NEW', 'SAME', 'DIFFERS')),
    draft_id  bigint,
    primary key (bundle_id, kind, key),
    check ((outcome in ('NEW', 'DIFFERS')) = (draft_id is not null))
);
comment on table processadmin.bundle_part is 'append-only: what was in each bundle and what became of it';
