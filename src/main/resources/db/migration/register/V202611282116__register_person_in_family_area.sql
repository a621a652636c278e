-- A person lives where the family lives: one key says what two said before, and that both agree.
alter table register.family add constraint family_in_area unique (id, area_code);
alter table register.person
    drop constraint person_area_code_fkey,
    drop constraint person_family_id_fkey,
    add constraint person_of_family foreign key (family_id, area_code)
        references register.family (id, area_code) on update cascade;
