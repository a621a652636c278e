-- An answer several cases used is kept as long as any of them needs it.
alter table register.identity_match
    alter column case_ref type varchar(24)[] using array_remove(array[case_ref], null),
    alter column case_ref set default '{}',
    alter column case_ref set not null;
alter table register.identity_match rename column case_ref to case_refs;
