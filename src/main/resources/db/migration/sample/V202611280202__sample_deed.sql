-- What somebody of the sample did, written in the transaction that did it: a step that was killed does it once.
create table sample.deed (
    step     integer not null,
    number   integer not null,
    case_ref text    not null,
    primary key (step, number)
);
