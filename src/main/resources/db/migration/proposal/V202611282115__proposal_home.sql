-- Where the home stands, read out of the content once when that changes, and not at each step of the case by an index that
-- looks into it.
drop index proposal.proposal_place, proposal.proposal_neighbour;
alter table proposal.proposal
    add column latitude  numeric generated always as ((content #>> '{place,latitude}')::numeric) stored,
    add column longitude numeric generated always as ((content #>> '{place,longitude}')::numeric) stored;
-- The latest places of a village, without a look at all its proposals.
create index proposal_place on proposal.proposal (area_code, id desc) where longitude is not null;
-- The homes of a village around a latitude, without a look at all its proposals.
create index proposal_neighbour on proposal.proposal (area_code, latitude) where latitude is not null;
