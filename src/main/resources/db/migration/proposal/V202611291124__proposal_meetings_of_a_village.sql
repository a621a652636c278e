-- The trail of a case asks which meetings of its village spoke about it.
create index village_meeting_area on proposal.village_meeting (area_code);
