-- Who placed a hold, who lifted it and why (security requirement 24). Account ids; null is the system.
alter table legal_hold
    add column placed_by   bigint,
    add column lifted_by   bigint,
    add column lift_reason text,
    add constraint legal_hold_lifted_with_reason check (lifted_by is null or ended_at is not null and lift_reason is not null);

-- Of several holds on one case the first one keeps it.
update legal_hold h set ended_at = now()
where ended_at is null
  and exists (select 1 from legal_hold o where o.case_ref = h.case_ref and o.ended_at is null and o.hold_id < h.hold_id);

create unique index legal_hold_in_force on legal_hold (case_ref) where ended_at is null;
