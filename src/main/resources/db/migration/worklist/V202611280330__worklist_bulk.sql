-- One deed done to many pieces of work; each is a transaction of its own that leaves its result here.
create table worklist.bulk (
    account_id bigint      not null,
    bulk_id    uuid        not null,
    deed       text        not null check (deed in ('CLAIM', 'RELEASE', 'GIVE', 'COMPLETE')),
    at         timestamptz not null,
    primary key (account_id, bulk_id)
);
create index bulk_at on worklist.bulk (at);
create table worklist.bulk_item (
    account_id bigint  not null,
    bulk_id    uuid    not null,
    task_id    text    not null,
    place      integer not null,
    done       boolean not null,
    why        text,
    primary key (account_id, bulk_id, task_id),
    foreign key (account_id, bulk_id) references worklist.bulk on delete cascade
);
comment on column worklist.bulk_item.why is 'The sentence with which it was refused';
insert into public.retention_rule (kind, keep_days) values ('worklist.bulk', 30);
