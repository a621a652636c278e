create schema if not exists register;

create extension if not exists pg_trgm;

create sequence register.family_seq increment 50;
create sequence register.person_seq increment 50;
create sequence register.register_number_seq increment 50;

-- A family as held true now (glossary 8.2).
create table register.family (
    id                 bigint primary key,
    register_id        text not null unique,
    status             text not null check (status in ('PROPOSED', 'ACTIVE', 'INACTIVE', 'MERGED')),
    family_card_number text not null check (family_card_number ~ '^[0-9]{16}$'),
    area_code          varchar(10) not null references area.area (area_code),
    address            text not null,
    hamlet             text,
    rt                 text,
    rw                 text,
    postal_code        text,
    phone              text,
    latitude           numeric(9, 6),
    longitude          numeric(9, 6),
    location_accuracy  integer,
    located_at         timestamptz,
    decile             smallint check (decile between 1 and 10),
    members            integer not null,
    head_name          text not null,
    active_since       timestamptz,
    version            integer not null default 0,
    created_at         timestamptz not null,
    created_by         bigint,
    updated_at         timestamptz not null,
    updated_by         bigint
);

create unique index family_card_among_active on register.family (family_card_number) where status = 'ACTIVE';
create index family_by_area on register.family (area_code text_pattern_ops, id);

-- A member of a family (glossary 8.3). The area is the family's, kept here so that a search stays in its territory.
create table register.person (
    id                   bigint primary key,
    register_id          text not null unique,
    family_id            bigint not null references register.family (id),
    position             smallint not null,
    active               boolean not null,
    area_code            varchar(10) not null references area.area (area_code),
    nik                  text check (nik ~ '^[0-9]{16}$'),
    full_name            text not null,
    -- Upper case and single spaces: what names are compared and searched by.
    name_key             text not null,
    birth_place          text,
    birth_date           date,
    sex                  text check (sex in ('MALE', 'FEMALE')),
    mother_name          text,
    relation_to_head     smallint,
    marital_status       smallint,
    identity_papers      smallint[] not null default '{}',
    pregnant             boolean,
    pregnancy_due_date   date,
    disability_type      smallint,
    disability_severe    boolean,
    chronic_disease      smallint,
    school_participation smallint,
    school_level         smallint,
    school_grade         smallint,
    highest_diploma      smallint,
    worked_last_week     boolean,
    industry             smallint,
    job_position         smallint,
    no_papers            boolean not null,
    life_status          text not null check (life_status in ('ALIVE', 'DEATH_REPORTED', 'DECEASED')),
    check (nik is not null or no_papers)
);

create unique index person_nik_among_active on register.person (nik) where active;
create index person_by_family on register.person (family_id, position);
create index person_by_name on register.person using gin (name_key gin_trgm_ops);
create index person_by_birth on register.person (birth_date, area_code text_pattern_ops) where active;

-- The dwelling as each visit found it (glossary 8.4): the newest version counts.
create table register.housing_survey (
    family_id bigint not null references register.family (id),
    version   integer not null,
    answers   jsonb not null,
    case_ref  varchar(24) not null,
    taken_at  timestamptz not null,
    primary key (family_id, version)
);

-- Why the register is as it is: no change without a case.
create table register.register_change (
    id         bigint generated always as identity primary key,
    family_id  bigint not null references register.family (id),
    case_ref   varchar(24) not null,
    kind       text not null,
    changed_by bigint,
    changed_at timestamptz not null,
    unique (case_ref, kind)
);

create index register_change_by_family on register.register_change (family_id, id);

-- What the civil registry answered, so that nobody asks twice within 30 days.
create table register.identity_match (
    nik                text primary key check (nik ~ '^[0-9]{16}$'),
    -- Digest of what was entered: another spelling is another question.
    question           text not null,
    status             text not null check (status in ('FOUND', 'NOT_FOUND', 'INACTIVE', 'DECEASED', 'DUPLICATE')),
    family_card_number text,
    full_name          text,
    birth_date         date,
    sex                text check (sex in ('MALE', 'FEMALE')),
    case_ref           varchar(24),
    asked_at           timestamptz not null
);

-- The simulated civil registry's own knowledge, where it differs from what people enter.
create table register.simulated_person (
    nik                text primary key check (nik ~ '^[0-9]{16}$'),
    status             text not null check (status in ('FOUND', 'NOT_FOUND', 'INACTIVE', 'DECEASED', 'DUPLICATE')),
    family_card_number text,
    full_name          text,
    birth_date         date,
    sex                text check (sex in ('MALE', 'FEMALE'))
);
