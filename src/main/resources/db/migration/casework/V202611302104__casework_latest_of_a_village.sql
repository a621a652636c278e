-- When something was last handed in somewhere is asked for whole regencies: the newest case of a place is found without the others.
drop index casework.case_summary_area;
create index case_summary_area on casework.case_summary (area_code text_pattern_ops, opened_at);
