-- A meeting with nobody left to talk about is called off: it stands in nobody's way any more.
drop index proposal.village_meeting_open;
create unique index village_meeting_open on proposal.village_meeting (area_code) where state in ('CALLED', 'RECORDED');
