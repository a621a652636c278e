-- What a case claimed until it was corrected: every correction leaves what it replaced. A draft claims nothing yet and leaves none.
create table proposal.former_content (
    id          bigint generated always as identity primary key,
    case_ref    varchar(24) not null,
    content     jsonb       not null,
    replaced_by bigint      not null,
    replaced_at timestamptz not null
);
comment on table proposal.former_content is 'append-only';
create index former_content_case on proposal.former_content (case_ref, id);
