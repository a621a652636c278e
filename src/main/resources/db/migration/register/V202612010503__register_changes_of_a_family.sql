-- Changes are asked for by family or by case, never by their number alone: one index does for the key and for the family.
alter table register.register_change
    drop constraint register_change_pkey,
    add primary key (family_id, id);
drop index register.register_change_by_family;
