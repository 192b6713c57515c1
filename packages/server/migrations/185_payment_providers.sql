-- Payment providers of an account, what was said to them and what they answered, and what they tell by themselves.

create table payment_providers (
  active    boolean not null,
  account   text    not null,
  provider  text    not null,
  name      text    not null,
  adapter   text    not null check (adapter in ('manual', 'sandbox', 'stripe', 'store_credit')),
  url       text,            -- of the sandbox
  behaviours text[] not null, -- of the sandbox: what it shall do wrong
  secrets   bytea,           -- sealed: keys by name
  primary key (account, provider)
);
select protect('payment_providers', 'select, insert, update, delete');

-- Every request to a provider and its answer. Kept longer than anybody disputes a payment, then dropped.
create table gateway_log (
  at          timestamptz not null,
  millis      int         not null,
  status      int,                  -- of HTTP; null: no answer came
  account     text        not null,
  id          uuid        not null, -- version 7: the list is read by it
  provider    text        not null,
  operation   text        not null, -- begin, capture, void, refund, lookup, check, event
  order_id    text,
  payment_id  text,
  method      text        not null,
  url         text        not null, -- without what stands behind ?
  error       text,                 -- a code of ours; null: an answer came
  sealed      bytea,                -- request and answer, secrets masked; null: their person was forgotten
  primary key (account, id)
);
create index gateway_log_order on gateway_log (account, order_id, id) where order_id is not null;
select protect('gateway_log', 'select, insert, update, delete');

-- What providers send to us: each event once, by the id that its provider gave it. Events name a payment and no more; what
-- stands is looked up when one is applied, so their order and their number do not matter.
create table payment_events (
  received_at  timestamptz not null,
  next_at      timestamptz,          -- when it is tried (again); null: it is done with, or given up
  settled_at   timestamptz,
  tries        int         not null default 0,
  paid         boolean     not null, -- it says that a buyer paid
  account      text        not null,
  provider     text        not null,
  event_id     text        not null,
  id           uuid        not null, -- version 7: the list is read by it
  type         text        not null,
  state        text        not null check (state in ('received', 'applied', 'ignored', 'failed')),
  outer_id     text,
  order_id     text,
  payment_id   text,
  problem      text check (problem in ('no_order', 'conflict', 'not_answered', 'error')),
  message      text,                 -- what went wrong, in words of ours
  lease_until  timestamptz,
  primary key (account, provider, event_id)
);
create unique index payment_events_id on payment_events (account, id);
create index payment_events_due on payment_events (next_at) where next_at is not null;
create index payment_events_state on payment_events (account, state, id) where state in ('received', 'failed');
create index payment_events_order on payment_events (account, order_id, id) where order_id is not null;
select protect('payment_events', 'select, insert, update, delete');

-- How far the log was followed for payments. The row is there since the account has a provider that is called.
create table payment_positions (
  account   text   not null primary key,
  position  bigint not null,
  last_error text
) with (fillfactor = 20);
select protect('payment_positions', 'select, insert, update, delete');
