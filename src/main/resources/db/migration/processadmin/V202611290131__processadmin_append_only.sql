-- Who saved what, who did what to running processes and with which move: written once, like releases and bundles.
comment on table processadmin.draft_revision is 'append-only: every save of a draft, with who made it and why';
comment on table processadmin.run_deed is 'append-only: what administrators did to running processes, and why';
comment on table processadmin.migration_deed is 'append-only: who planned, began, paused or dropped which move of cases';
