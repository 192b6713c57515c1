-- What was said to payment providers, and what they told, is looked for by provider, by what it was for and by how it ended.
create index gateway_log_provider on gateway_log (account, provider, id);
create index gateway_log_operation on gateway_log (account, operation, id);
create index gateway_log_failed on gateway_log (account, id)
 where (error is not null or coalesce(status, 0) >= 400);

drop index payment_events_state;
create index payment_events_state on payment_events (account, state, id);
create index payment_events_provider on payment_events (account, provider, id);

alter table payment_events add column settled_by text; -- who put it aside; null: nobody did
