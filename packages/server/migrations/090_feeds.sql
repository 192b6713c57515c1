-- Feeds: what happened to orders, decided by a filter when it is first followed, and kept to be taken or delivered. A hook
-- is a feed that Docket delivers by itself, so both are rows of these tables.

-- How far the follower of an account has come. The row is there while the account has a feed; whoever decides or changes
-- feeds holds it, so no event is decided twice and none under half a change.
create table feed_positions (
  account         text   not null primary key,
  position        bigint not null,           -- seq of the last event that was decided
  config_version  bigint not null default 1, -- raised by every change of what decides
  last_error      text                       -- why the log cannot be followed on; null: it can
) with (fillfactor = 20);
select protect('feed_positions', 'select, insert, update, delete');

create table feeds (
  account             text        not null,
  feed                text        not null,
  name                text        not null,
  owner               text        not null default '', -- the key whose own feed or hook it is in the VTEX dialect; empty: none
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  filter_type         text        not null check (filter_type in ('status', 'order')),
  statuses            text[]      not null default '{}', -- of a status filter; empty: all
  expression          text,                              -- of an order filter: JSONata
  document            text        not null check (document in ('docket', 'vtex')), -- what the expression reads
  every_match         boolean     not null default false, -- false: an order enters once, the first time it matches
  since               bigint      not null, -- decides events after this seq alone
  position            bigint,               -- how far it has come by itself; null: in step with its account
  last_sequence       bigint      not null default 0,
  hidden_seconds      int         not null check (hidden_seconds between 0 and 43200),
  retention_seconds   int         not null check (retention_seconds between 3600 and 31536000), -- of items that were done
  expression_failures int         not null default 0, -- that ended its process, one after the other
  stopped_at          timestamptz, -- its expression cannot be evaluated: it waits at its position
  paused_at           timestamptz, -- nothing goes out; items gather
  pause_reason        text,
  url                 text,        -- of a hook
  headers             bytea,       -- of a hook: sealed, for they hold keys
  secret              bytea,       -- of a hook: sealed; signs what is delivered
  failed_rounds       int         not null default 0, -- of deliveries, one after the other, in which none came through
  resting_until       timestamptz,
  primary key (account, feed),
  check ((filter_type = 'order') = (expression is not null)),
  check (url is not null or (headers is null and secret is null))
) with (fillfactor = 50);
create index feeds_owner on feeds (account, owner) where owner <> '';
select protect('feeds', 'select, insert, update, delete');

create table feed_items (
  account         text        not null,
  feed            text        not null,
  sequence        bigint      not null, -- gapless in the feed, in the order of commits
  seq             bigint      not null, -- of the event, in the account
  order_id        text        not null,
  version         int         not null, -- of the order
  domain          text        not null,
  state           text        not null,
  last_state      text        not null, -- empty for the first
  last_change     timestamptz not null,
  current_change  timestamptz not null,
  created_at      timestamptz not null,
  visible_at      timestamptz not null, -- hidden until then
  takes           int         not null default 0,
  receipt         uuid,                 -- of the last take; a replay takes it away
  done_at         timestamptz,          -- committed, or delivered
  primary key (account, feed, sequence)
) with (fillfactor = 70);
create index feed_items_open on feed_items (account, feed, sequence) where done_at is null;
-- An item waits for those of the same order before it.
create index feed_items_order on feed_items (account, feed, order_id, sequence) where done_at is null;
create index feed_items_done on feed_items (account, feed, done_at) where done_at is not null;
select protect('feed_items', 'select, insert, update, delete');

-- Orders that have entered a feed which each order enters once.
create table feed_orders (
  account   text not null,
  feed      text not null,
  order_id  text not null,
  primary key (account, feed, order_id)
);
select protect('feed_orders', 'select, insert, delete');

-- Every try to deliver an item of a hook.
create table feed_deliveries (
  account    text        not null,
  feed       text        not null,
  sequence   bigint      not null,
  attempt    int         not null,
  order_id   text        not null, -- whose person owns what the answer may say
  at         timestamptz not null,
  millis     int         not null,
  url        text        not null,
  request    text        not null, -- the bytes that were sent; they name an order and its status, and nobody
  status     int,                  -- of HTTP; null: no answer
  error      text,                 -- a code of ours; null: it came through
  answer     bytea,                -- sealed; null: none, or its person was forgotten
  primary key (account, feed, sequence, attempt)
);
create index feed_deliveries_at on feed_deliveries (account, feed, at);
create index feed_deliveries_order on feed_deliveries (account, order_id);
select protect('feed_deliveries', 'select, insert, update, delete');
