-- Whose data were read in a span of time must be told within hours of a breach, and in seconds.
create index access_log_at on identity.access_log (at);
