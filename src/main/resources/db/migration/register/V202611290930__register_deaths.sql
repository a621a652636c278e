-- Deaths are few among the answers; those who look after the villages ask how many there are among the persons registered.
create index identity_match_deceased on register.identity_match (nik) where status = 'DECEASED';
