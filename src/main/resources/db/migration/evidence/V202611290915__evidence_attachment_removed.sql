-- That somebody took a file back; the file itself is erased at once.
create table evidence.attachment_removed (
    attachment_id bigint primary key,
    owner         varchar(40) not null,
    kind          text        not null,
    uploaded_by   bigint,
    uploaded_at   timestamptz not null,
    removed_by    bigint      not null,
    removed_at    timestamptz not null
);
create index attachment_removed_by_owner on evidence.attachment_removed (owner);
