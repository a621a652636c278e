-- The minister's older wording (glossary 5): two weeks for the villages, one to verify, one to ratify.
insert into finalization.calendar (code, opens_day, village_day, regency_day) values ('FOUR_WEEKS', 1, 14, 21);
