create schema if not exists area;

create extension if not exists pg_trgm with schema public;

create table area.area (
    area_code   varchar(10) primary key check (area_code ~ '^\d{2}(\d{2}(\d{2}(\d{4})?)?)?$'),
    name        text        not null check (name <> ''),
    search_name text        not null
);

comment on table area.area is 'Provinces, regencies, districts and villages; the parent is the prefix of the code';

-- "Everything in this area" is a prefix of the key, whatever the collation of the database.
create index area_code_prefix on area.area (area_code varchar_pattern_ops);
create index area_search_prefix on area.area (search_name text_pattern_ops);
create index area_search_part on area.area using gin (search_name public.gin_trgm_ops);
