-- Payments that no order knows of are asked for at every scrape of the metrics.
create index payment_events_alarms on payment_events (account, id)
 where state in ('received', 'failed') and paid and problem = 'no_order';
