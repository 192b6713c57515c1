-- What is old enough to be dropped is found by its time, over all accounts.
create index gateway_log_at on gateway_log (at);
create index payment_events_settled on payment_events (settled_at) where settled_at is not null;
