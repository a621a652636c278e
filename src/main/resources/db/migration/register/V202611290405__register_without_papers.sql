-- Who still needs papers, village by village.
create index person_without_papers on register.person (area_code text_pattern_ops, id) where active and no_papers;
