-- Whoever took a bundle in has to know in which order its parts can be released.
alter table processadmin.bundle_part
    -- Keys of the parts that have to be released before this one.
    add column waits text[] not null default '{}';
