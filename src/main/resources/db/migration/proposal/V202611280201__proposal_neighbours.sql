-- The homes of a village around a latitude, without a look at all its proposals.
create index proposal_neighbour on proposal.proposal
    (area_code, ((content #>> '{place,latitude}')::double precision))
    where content #>> '{place,latitude}' is not null;
