-- Who looks after a failed step is found by the system at first; null for the system.
alter table processadmin.incident_owner alter column by drop not null;
