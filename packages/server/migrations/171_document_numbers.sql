-- Templates of the numbers of payments, captures, refunds and the like, by kind.
alter table accounts add column document_numbers jsonb not null default '{}';
