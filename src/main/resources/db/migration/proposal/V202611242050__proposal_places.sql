-- The latest places of a village, without a look at all its proposals.
create index proposal_place on proposal.proposal (area_code, id desc)
    where content #>> '{place,longitude}' is not null;
