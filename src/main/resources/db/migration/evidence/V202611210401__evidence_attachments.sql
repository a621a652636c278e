create schema if not exists evidence;

-- A photo or document; its bytes lie in the evidence directory under random names (glossary 8.5).
create table evidence.attachment (
    id           bigint generated always as identity primary key,
    owner        varchar(40) not null,
    area_code    varchar(10) not null references area.area (area_code),
    kind         text not null,
    media_type   text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
    file_name    text not null unique,
    thumb_name   text unique,
    bytes        integer not null,
    -- Of the bytes as sent: two uploads of one picture are recognised.
    sha256       text not null,
    width        integer,
    height       integer,
    -- Protected: where and when, as the device and the picture itself tell.
    latitude     numeric(9, 6),
    longitude    numeric(9, 6),
    accuracy     integer,
    taken_at     timestamptz,
    exif_latitude  numeric(9, 6),
    exif_longitude numeric(9, 6),
    exif_taken_at  timestamp,
    uploaded_by  bigint,
    uploaded_at  timestamptz not null
);

create index attachment_by_owner on evidence.attachment (owner, id);

-- Issued certificates of registration (glossary 12).
create table evidence.certificate (
    serial      text primary key,
    register_id text not null,
    area_code   varchar(10) not null references area.area (area_code),
    purpose     text not null,
    file_name   text not null unique,
    sha256      text not null,
    issued_by   bigint,
    issued_at   timestamptz not null,
    valid_until date not null
);

create index certificate_by_register_id on evidence.certificate (register_id, issued_at);

-- Who printed which certificate when.
create table evidence.print_log (
    id         bigint generated always as identity primary key,
    serial     text not null references evidence.certificate (serial),
    printed_by bigint,
    printed_at timestamptz not null
);

create index print_log_by_serial on evidence.print_log (serial, id);
