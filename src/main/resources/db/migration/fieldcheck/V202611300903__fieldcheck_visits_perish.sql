-- What visitors found is erased after its time; that somebody was there, when and with what outcome stays.
alter table fieldcheck.field_check add column erased_at timestamptz;
comment on column fieldcheck.field_check.erased_at is 'When whose home it is, what was claimed and what was found were erased; null while they are kept';
create index field_check_perishes on fieldcheck.field_check (concluded_at) where erased_at is null and concluded_at is not null;
insert into public.retention_rule (kind, keep_days) values
    ('fieldcheck.unsuccessful', 730),
    ('fieldcheck.determined', 2192);
