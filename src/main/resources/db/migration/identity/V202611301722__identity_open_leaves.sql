-- The page of leaves reads those that are not over, in the order they begin.
create index leave_open on identity.leave (until_at, from_at);
