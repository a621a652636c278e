-- The same person may come again with another number or with none: who is in an open case is found by name and birth date,
-- too. Rows with a number carry both; somebody without papers has a row of his own.
alter table proposal.open_subject
    add column area_code varchar(10),
    add column birth_date date,
    add column name_key text,
    drop constraint open_subject_subject_check,
    add constraint open_subject_subject_check check (subject in ('NIK', 'KK', 'NAME'));

comment on column proposal.open_subject.name_key is 'composed, upper case, trimmed, single spaces';

update proposal.open_subject o
set area_code = p.area_code, birth_date = (m ->> 'birthDate')::date,
    name_key = upper(regexp_replace(btrim(normalize(m ->> 'fullName', nfc)), '\s+', ' ', 'g'))
from proposal.proposal p cross join lateral jsonb_array_elements(p.content -> 'members') as m
where p.case_ref = o.case_ref and o.subject = 'NIK' and m ->> 'nik' = o.number;

insert into proposal.open_subject (kind, subject, number, case_ref, area_code, birth_date, name_key)
select p.kind, 'NAME', p.case_ref || '#' || (i - 1), p.case_ref, p.area_code, (m ->> 'birthDate')::date,
    upper(regexp_replace(btrim(normalize(m ->> 'fullName', nfc)), '\s+', ' ', 'g'))
from proposal.proposal p cross join lateral jsonb_array_elements(p.content -> 'members') with ordinality as t (m, i)
where m ->> 'nik' is null and exists (select from proposal.open_subject o where o.case_ref = p.case_ref);

-- By whom look-alikes are found, without a look at everybody of the regency.
create index open_subject_name on proposal.open_subject (birth_date, area_code varchar_pattern_ops)
    where birth_date is not null;
