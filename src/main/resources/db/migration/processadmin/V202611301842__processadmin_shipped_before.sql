-- What the application ever brought, not only what it brought last: a file an older one of its versions brings again is no news.
alter table processadmin.shipped drop constraint shipped_pkey, add primary key (kind, key, sha256);

insert into processadmin.shipped (kind, key, sha256, at)
select kind, key, sha256, min(proposed_at) from processadmin.release where source = 'SHIPPED' group by kind, key, sha256
on conflict do nothing;
