-- One row per deed that was sent with a key: a repeat finds the first answer (security requirement 26).
create table request_key (
    actor_id     bigint      not null,
    key          uuid        not null,
    requested_at timestamptz not null,
    result_path  text,
    primary key (actor_id, key)
);
