-- Who placed a hold, who lifted it and why (security requirement 24). Account ids; null is the system.
alter table legal_hold
    add column placed_by   bigint,
    add column lifted_by   bigint,
    add column lift_reason text,
    add constraint legal_hold_lifted_with_reason check (lifted_by is null or ended_at is not null and lift_reason is not null);

create unique index legal_hold_in_force on legal_hold (case_ref) where ended_at is null;
