-- One row for each time somebody has it in hand between two hand-ins, however often it is saved meanwhile; what a row held is
-- erased after its time, that somebody changed it then stays.
comment on table proposal.former_content is 'content is null once it has been erased';
alter table proposal.former_content add column settled boolean not null default true;
alter table proposal.former_content alter column settled set default false;
alter table proposal.former_content alter column content drop not null;
create index former_content_age on proposal.former_content (replaced_at) where content is not null;
comment on column proposal.former_content.settled is 'handed in again since: what is replaced now begins a row of its own';
insert into public.retention_rule (kind, keep_days) values ('proposal.former-content', 1825);
