-- The log, the state folded from it, the keys of personal data, and what remains to be done.

-- Every fact, in the exact text that was hashed. Never updated, never deleted.
-- hash = sha256(prev_hash ‖ header ‖ data ‖ personal), see src/event-log/seal-events.ts.
create table events (
  version      int         not null,
  schema       int         not null, -- shape number of `data` and `personal`, by type
  seq          bigint      not null, -- gapless in the account, in commit order
  at           timestamptz not null,
  command_id   uuid        not null,
  account      text        not null,
  stream_kind  text        not null, -- order; later purchase, consignment, statement
  stream_id    text        not null,
  type         text        not null,
  actor        text        not null,
  reason       text        not null,
  prev_hash    bytea       not null, -- empty for the first of a stream
  hash         bytea       not null,
  personal     bytea,                -- encrypted under the key of the stream
  data         text        not null,
  primary key (account, stream_kind, stream_id, version),
  unique (account, seq)
);
-- Of a row that takes more than half a page, the largest text is compressed, and nothing moves out of a row that fits into
-- a page (`main`). An order of three lines has rows of 4.3 KB, so each would have a page to itself. Compressed, it takes
-- 14.1 KB of WAL instead of 16.1 and 8 KB of pages instead of 16; for that its commit takes 19 µs of CPU more.
alter table events set (toast_tuple_target = 4064);
alter table events alter data set storage main, alter personal set storage main;
select protect('events', 'select, insert');

-- The folded state. A commit writes only the columns whose part changed; the others keep their place outside the row.
create table orders (
  version       int   not null,
  state_schema  int   not null,
  account       text  not null,
  order_id      text  not null,
  hash          bytea not null, -- of the event that made this version
  head          text  not null, -- JSON, personal
  lines         text  not null, -- JSON
  documents     text  not null, -- JSON, keyed by kind and id
  carried       text  not null, -- JSON, personal
  primary key (account, order_id)
);
alter table orders set (toast_tuple_target = 4064); -- as above
alter table orders alter head set storage main, alter lines set storage main, alter documents set storage main,
                   alter carried set storage main;
select protect('orders', 'select, insert, update');

-- Ids other systems gave an order.
create table order_external_ids (
  account      text not null,
  source       text not null,
  external_id  text not null,
  order_id     text not null,
  primary key (account, source, external_id)
);
create index order_external_ids_order on order_external_ids (account, order_id);
select protect('order_external_ids', 'select, insert, delete');

-- Each stream has a random key of its own, so a placement never reads one; the subject owns all keys of its streams, and
-- forgetting it sets them to null.
create table subject_keys (
  account       text        not null,
  stream_kind   text        not null,
  stream_id     text        not null,
  subject       text        not null,
  wrapped_key   bytea,
  forgotten_at  timestamptz,
  check ((wrapped_key is null) = (forgotten_at is not null)),
  primary key (account, stream_kind, stream_id)
);
create index subject_keys_subject on subject_keys (account, subject);
select protect('subject_keys', 'select, insert, update');

-- Requests that were accepted under a key of the sender. Kept for 7 days.
create table idempotency (
  account     text        not null,
  credential  text        not null,
  key         text        not null,
  content     text        not null, -- sha256 in hex of method, target and body
  order_id    text        not null,
  version     int         not null, -- the answer is rendered from the order as of this version
  outcome     text        not null,
  at          timestamptz not null,
  primary key (account, credential, key)
);
create index idempotency_at on idempotency (account, at);
select protect('idempotency', 'select, insert, delete');

-- Timers, reactions, retries. `failed_at`: given up, waiting for a person.
create table tasks (
  due          timestamptz not null,
  lease_until  timestamptz,
  failed_at    timestamptz,
  attempts     int         not null default 0,
  account      text        not null,
  kind         text        not null,
  key          text        not null,
  leased_by    text,
  last_error   text,
  payload      jsonb       not null,
  primary key (account, kind, key)
) with (fillfactor = 80);
create index tasks_due on tasks (due) where failed_at is null;
create index tasks_failed on tasks (account, failed_at) where failed_at is not null;
select protect('tasks', 'select, insert, update, delete');
