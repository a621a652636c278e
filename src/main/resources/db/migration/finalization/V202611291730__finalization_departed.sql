-- How many cases left the lists of an area's villages lately is asked for a page.
create index batch_item_departed on finalization.batch_item (village_code text_pattern_ops, changed_at)
    where state in ('RETURNED', 'REJECTED', 'LEFT');
