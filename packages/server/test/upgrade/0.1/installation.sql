-- A small installation as Docket 0.1 left it. Made by npm run upgrade-dump; never edited.
-- secret: the secret of kept dumps

create table schema_migrations (
  number int primary key, name text not null, sha256 text not null, at timestamptz not null default now());

-- migration 001_accounts
-- Accounts and what hangs on them. Names are unqualified: the search path of the connection says which schema is meant.

-- Forces row-level security on a table and opens it to the serving role for the accounts of its session, and to the
-- follower role for all of them. `p_rights` are the serving role's.
-- The first comparison decides for a session of one account and spares taking the list apart for every row that is written;
-- no account is named as a list or as nothing (check of `accounts`). Being an OR, no index is read by it: as a plain `any`
-- it competed with the account that every statement names, and where a table had no statistics yet, the planner read all
-- stock of the account for each place of a batch (PostgreSQL then took 490 µs for an order instead of 320).
create function protect(p_table text, p_rights text) returns void
language plpgsql as $$
begin
  execute format('alter table %I enable row level security, force row level security', p_table);
  execute format('create policy %I on %I to docket_serving
                    using (account = current_setting(''docket.accounts'', true)
                           or account = any (string_to_array(current_setting(''docket.accounts'', true), '','')))',
                 p_table || '_account', p_table);
  execute format('grant %s on %I to docket_serving', p_rights, p_table);
  -- Where the login may make no roles, it serves and follows at once, and the second policy would open the first.
  if (select count(*) from pg_roles where rolname in ('docket_serving', 'docket_follower')
         and pg_has_role(current_user, oid, 'member')) = 2 then
    execute format('create policy %I on %I to docket_follower using (true)', p_table || '_follower', p_table);
    execute format('grant %s on %I to docket_follower', p_rights, p_table);
  elsif p_table = 'accounts' then
    -- There a follower names every account in its session, so it must be able to list them.
    create policy accounts_listed on accounts for select using (true);
  end if;
end $$;

create table accounts (
  account            text        not null primary key check (account ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
  name               text        not null,
  window_seconds     int         not null default 1800 check (window_seconds >= 0),    -- cancellation window
  placement_seconds  int         not null default 300  check (placement_seconds > 0),  -- until payment must have begun
  created_at         timestamptz not null default now()
);
select protect('accounts', 'select, insert, update');

create table stores (
  account  text not null,
  store    text not null,
  name     text not null,
  primary key (account, store)
);
select protect('stores', 'select, insert, update, delete');

-- One row an account: the position its log has reached, and the version of what decisions read from plain tables.
-- Every commit of the account updates it, so the page keeps room for the row versions of many commits.
create table account_heads (
  account            text   not null primary key,
  seq                bigint not null default 0,
  catalogue_version  bigint not null default 1
) with (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
select protect('account_heads', 'select, insert, update');

-- Numbers are taken ahead in blocks; what a process does not use is a gap.
create table number_blocks (
  account  text   not null,
  kind     text   not null,
  next     bigint not null,
  primary key (account, kind)
);
select protect('number_blocks', 'select, insert, update');

create table app_keys (
  account       text        not null,
  key           text        not null unique, -- over all accounts: the credential fixes the account
  token_sha256  bytea       not null,
  permissions   text[]      not null,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz,
  primary key (account, key)
);
select protect('app_keys', 'select, insert, update, delete');
-- Who presents a key does not know its account yet: the session names the key, and sees that row alone.
create policy app_keys_presented on app_keys for select to docket_serving
  using (key = current_setting('docket.app_key', true));

-- Whom a restored backup has to forget again.
create table forgotten_subjects (
  account       text        not null,
  subject       text        not null, -- customer:<id>, email:<hmac>, order:<id>
  forgotten_at  timestamptz not null,
  certificate   jsonb       not null, -- counts by table; nothing personal
  primary key (account, subject)
);
select protect('forgotten_subjects', 'select, insert, update');

-- Makes what an account needs to take orders. Answers whether it is new.
create function ensure_account(p_account text, p_name text) returns boolean
language plpgsql as $$
begin
  insert into accounts (account, name) values (p_account, p_name) on conflict do nothing;
  if not found then return false; end if;
  insert into stores (account, store, name) values (p_account, 'default', p_name);
  insert into account_heads (account) values (p_account);
  return true;
end $$;

-- migration 002_log
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

-- migration 003_stock
-- What decisions read from plain tables, and the stock that they claim.

create table products (
  account       text    not null,
  sku           text    not null,
  gtin          text,
  name          text    not null,
  price_micros  bigint  check (price_micros >= 0), -- millionths of the major unit of `currency`
  currency      text,
  counted       boolean not null default true,
  place         text    not null default 'main',   -- where its pieces lie when a line does not say
  check (price_micros is null or currency is not null),
  primary key (account, sku)
);
create index products_gtin on products (account, gtin) where gtin is not null;
select protect('products', 'select, insert, update, delete');

-- Pieces. available = on_hand - claimed - confirmed; the commit function asks before, the check stands behind it.
create table stock (
  on_hand    bigint not null check (on_hand >= 0),
  claimed    bigint not null default 0 check (claimed >= 0),
  confirmed  bigint not null default 0 check (confirmed >= 0),
  account    text   not null,
  sku        text   not null,
  place      text   not null,
  constraint stock_not_oversold check (on_hand - claimed - confirmed >= 0),
  primary key (account, sku, place)
) with (fillfactor = 50);
select protect('stock', 'select, insert, update');

-- Every change of a stock row, with the counters before it; after = before + what `kind` means times quantity, which the
-- last three columns spell out so that the ledger adds up without code.
create table stock_movements (
  id                bigint generated always as identity,
  at                timestamptz not null,
  quantity          bigint not null,
  on_hand_before    bigint not null,
  claimed_before    bigint not null,
  confirmed_before  bigint not null,
  on_hand_after     bigint not null,
  claimed_after     bigint not null,
  confirmed_after   bigint not null,
  account           text   not null,
  sku               text   not null,
  place             text   not null,
  kind              text   not null, -- set, or the kind of a claim
  order_id          text,
  line_id           text,
  reason            text,            -- of a change by hand
  primary key (account, sku, place, id)
);
select protect('stock_movements', 'select, insert');

create table customers (
  account      text not null,
  customer_id  text not null,
  email        text, -- personal
  first_name   text, -- personal
  last_name    text, -- personal
  phone        text, -- personal
  document     text, -- personal
  company      text, -- personal
  locale       text,
  forgotten_at timestamptz,
  primary key (account, customer_id)
);
create index customers_email on customers (account, lower(email)) where email is not null;
select protect('customers', 'select, insert, update, delete');

create table shipping_methods (
  account   text   not null,
  code      text   not null,
  name      text   not null,
  price     bigint not null check (price >= 0), -- minor units of `currency`
  currency  text   not null,
  primary key (account, code)
);
select protect('shipping_methods', 'select, insert, update, delete');

-- migration 004_order_list
-- The order list: one narrow row an order, written in the transaction of the order itself, and the counts above it.

create table order_list (
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  due_at          timestamptz,          -- earliest open deadline: ship-by, else promised; null when nothing is owed
  sequence        bigint      not null,
  total           bigint      not null, -- minor units of `currency`
  due_amount      bigint      not null, -- what the buyer still owes; below 0: paid too much
  version         int         not null,
  group_position  int         not null,
  pieces          int         not null,
  complete        boolean     not null, -- false: payment has not begun
  deleted         boolean     not null,
  has_note        boolean     not null,
  account         text        not null,
  order_id        text        not null,
  order_group     text        not null,
  status          text        not null, -- the step of its own workflow; the others are the Orion, Virto and shopper words
  orion_status    text        not null,
  virto_status    text        not null,
  stage           text        not null,
  payment_state   text        not null,
  shipping_state  text        not null,
  store           text        not null,
  channel         text        not null,
  origin          text        not null,
  workflow        text        not null,
  currency        text        not null,
  customer_id     text,
  assignee        text,
  buyer_name      text,                 -- personal
  buyer_email     text,                 -- personal
  sellers         text[]      not null,
  tags            text[]      not null,
  external_ids    text[]      not null, -- `source:id`
  -- Everything a person searches, as src/read-models/order-list-tokens.ts makes it. A tsvector and not text[]: of the two
  -- it is the cheaper to write, it searches prefixes by itself, and one query may hold AND and OR (docs/decisions).
  tokens          tsvector    not null, -- personal
  primary key (account, created_at, order_id)
) partition by range (created_at);

-- With the primary key and the index of the tokens these are all, and each costs every write of an order.
create index order_list_status on order_list (account, status, created_at, order_id);
create index order_list_updated on order_list (account, updated_at, order_id);
create index order_list_total on order_list (account, total, order_id);
create index order_list_customer on order_list (account, customer_id, created_at, order_id) where customer_id is not null;
create index order_list_due on order_list (account, due_at, order_id) where due_at is not null;
-- Every search reads what is pending row by row (4 MB: 1 ms), and the order that fills it merges it: with 256 kB an order
-- costs 99 µs of this index and 20 ms at the 99th percentile of a batch, with 1 MB 81 and 45, without pending list 180.
create index order_list_tokens on order_list using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 1024);

select protect('order_list', 'select, insert, update, delete');

-- The operator of the token index is not leakproof, so under a policy it never reaches the index. The function below runs
-- as the owner, whom no account policy may bind, and checks the account itself. Where one login owns and serves, it stays
-- bound like any other, and searching old orders is slow there.
do $$ begin
  if exists (select from pg_policies where schemaname = current_schema and policyname = 'order_list_follower') then
    execute format('create policy order_list_owner on order_list to %I using (true)', current_user);
  end if;
end $$;

-- Every query locks all partitions that it cannot rule out, and planning it anew costs 0.2 ms a partition, so their number
-- is chosen: years for what is imported, months from 2026, which a worker makes three months ahead. The two open ends take
-- absurd dates. They are no default partition, because with one PostgreSQL can no longer read the partitions one after
-- the other, newest first, and stop when the page is full.
create function order_list_partition(p_name text, p_from text, p_to text) returns void
language plpgsql as $$
begin
  execute format('create table %I partition of order_list for values from (%s) to (%s)
                    with (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)',
                 p_name, p_from, p_to);
  -- Reached by its own name, a partition shows nothing to anybody.
  execute format('alter table %I enable row level security, force row level security', p_name);
end $$;

select order_list_partition('order_list_past', 'minvalue', '''2015-01-01Z''');
select order_list_partition('order_list_' || y, quote_literal(y || '-01-01Z'), quote_literal(y + 1 || '-01-01Z'))
  from generate_series(2015, 2025) y;
select order_list_partition('order_list_' || to_char(m, 'YYYY_MM'), quote_literal(to_char(m, 'YYYY-MM-DD"Z"')),
                            quote_literal(to_char(m + interval '1 month', 'YYYY-MM-DD"Z"')))
  from generate_series(timestamp '2026-01-01', timestamp '2027-03-01', interval '1 month') m;
select order_list_partition('order_list_future', '''2027-04-01Z''', 'maxvalue');

-- Makes monthly partitions up to and with the month of `p_until`; answers how many. Orders that already lie there (their
-- dates were absurd until now) move out of the open end. Locks the whole list for as long as that takes.
create function ensure_order_list_partitions(p_until date) returns int
language plpgsql security definer set datestyle = 'ISO' as $$
declare
  stop  date := (date_trunc('month', p_until) + interval '1 month')::date;
  month date;
  made  int := 0;
begin
  if p_until > (now() + interval '5 years') then
    raise exception 'partitions are made at most five years ahead' using errcode = 'invalid_parameter_value';
  end if;
  set local lock_timeout = '10s';
  month := order_list_future_from();
  if month >= stop then return 0; end if;
  lock table order_list in access exclusive mode;
  month := order_list_future_from();
  alter table order_list detach partition order_list_future;
  alter table order_list_future no force row level security;
  while month < stop loop
    perform order_list_partition('order_list_' || to_char(month, 'YYYY_MM'), quote_literal(month || 'Z'),
                                 quote_literal((month + interval '1 month')::date || 'Z'));
    execute format('alter table %I no force row level security', 'order_list_' || to_char(month, 'YYYY_MM'));
    execute format('with moved as (delete from order_list_future where created_at < %L returning *)
                    insert into %I select * from moved',
                   (month + interval '1 month')::date || 'Z', 'order_list_' || to_char(month, 'YYYY_MM'));
    execute format('alter table %I force row level security', 'order_list_' || to_char(month, 'YYYY_MM'));
    month := month + interval '1 month';
    made := made + 1;
  end loop;
  execute format('alter table order_list attach partition order_list_future for values from (%L) to (maxvalue)', stop || 'Z');
  alter table order_list_future force row level security;
  return made;
end $$;

-- First day of the open end, read from its bound `FOR VALUES FROM ('2027-04-01 00:00:00+00') TO (MAXVALUE)`.
create function order_list_future_from() returns date
language sql stable as $$
  select (substring(pg_get_expr(relpartbound, oid) from $r$'([^']+)'$r$)::timestamptz at time zone 'UTC')::date
    from pg_class where oid = 'order_list_future'::regclass
$$;

-- Up to `p_most` orders of the account with created_at in [p_from, p_to) whose tokens match, in no order.
-- One plan serves all calls, because planning all partitions anew takes 10 ms. It leaves out partitions when it starts, and
-- in each of them it must use the token index and nothing else, although it is made without values and takes the range for
-- a narrow one: other scans are off, no index knows the account as it is compared, index entries cost so much that reading
-- the range of another index is never worth it, and the tokens are named twice to make them look rarer than the range
-- (the index looks them up once).
create function order_list_matches(p_account text, p_query tsquery, p_from timestamptz, p_to timestamptz, p_most int)
returns setof order_list
language plpgsql stable security definer rows 100
set plan_cache_mode = force_generic_plan set cpu_index_tuple_cost = 1000
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set jit = off
as $$
begin
  if (p_account = any (string_to_array(current_setting('docket.accounts', true), ','))) is not true then
    raise exception 'account % is not among those of this session', p_account using errcode = 'insufficient_privilege';
  end if;
  return query
    select created_at, updated_at, due_at, sequence, total, due_amount, version, group_position, pieces, complete, deleted,
           has_note, account, order_id, order_group, status, orion_status, virto_status, stage, payment_state,
           shipping_state, store, channel, origin, workflow, currency, customer_id, assignee, buyer_name, buyer_email,
           sellers, tags, external_ids, ''::tsvector -- nobody reads the tokens, and they are half of the row
      from order_list
     where account || '' = p_account and tokens @@ p_query and tokens @@ p_query
       and created_at >= p_from and created_at < p_to
     limit p_most;
end $$;

-- The same matches only counted, to `p_most`; null lets pass what is complete or not, deleted or not.
create function order_list_count(p_account text, p_query tsquery, p_complete boolean, p_deleted boolean, p_most int)
returns int
language plpgsql stable security definer
set plan_cache_mode = force_generic_plan set cpu_index_tuple_cost = 1000
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set jit = off
as $$
begin
  if (p_account = any (string_to_array(current_setting('docket.accounts', true), ','))) is not true then
    raise exception 'account % is not among those of this session', p_account using errcode = 'insufficient_privilege';
  end if;
  return (select count(*) from (
    select from order_list
     where account || '' = p_account and tokens @@ p_query and tokens @@ p_query
       and (p_complete is null or complete = p_complete) and (p_deleted is null or deleted = p_deleted)
     limit p_most) l);
end $$;

-- How many orders and how much money, by day and by what a list is filtered by. Only complete orders that are not deleted.
create table order_rollups (
  account    text    not null,
  day        date    not null, -- of created_at, UTC
  status     text    not null,
  origin     text    not null,
  channel    text    not null,
  store      text    not null,
  currency   text    not null,
  orders     bigint  not null,
  amount     numeric not null, -- sum of totals, minor units
  amount_sq  numeric not null, -- sum of their squares
  primary key (account, day, status, origin, channel, store, currency)
);

-- What changed since the rollups were last folded; both together are exact at every commit. Rows are only added and taken.
create table order_rollup_deltas (
  account    text    not null,
  id         bigint  generated always as identity,
  day        date    not null,
  status     text    not null,
  origin     text    not null,
  channel    text    not null,
  store      text    not null,
  currency   text    not null,
  orders     bigint  not null,
  amount     numeric not null,
  amount_sq  numeric not null,
  primary key (account, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

select protect('order_rollups', 'select, insert, update, delete');
select protect('order_rollup_deltas', 'select, insert, update, delete');

-- Writes the difference of a batch. Both are arrays of whole rows under the table's column names; the key of a row never
-- changes. Rows are updated one by one: joined, one statement would open every partition.
create function apply_order_list(p_inserts json, p_updates json) returns void
language plpgsql
set plan_cache_mode = force_generic_plan -- planning each update anew costs twice as much as writing it
as $$
declare
  r order_list;
begin
  if p_inserts is not null then
    insert into order_list select * from json_populate_recordset(null::order_list, p_inserts);
  end if;
  if p_updates is not null then
    for r in select * from json_populate_recordset(null::order_list, p_updates) loop
      update order_list
         set updated_at = r.updated_at, due_at = r.due_at, total = r.total, due_amount = r.due_amount,
             version = r.version, pieces = r.pieces, complete = r.complete, deleted = r.deleted, has_note = r.has_note,
             order_group = r.order_group, group_position = r.group_position, status = r.status,
             orion_status = r.orion_status, virto_status = r.virto_status, stage = r.stage,
             payment_state = r.payment_state, shipping_state = r.shipping_state, store = r.store, channel = r.channel,
             origin = r.origin, workflow = r.workflow, currency = r.currency, customer_id = r.customer_id,
             assignee = r.assignee, buyer_name = r.buyer_name, buyer_email = r.buyer_email, sellers = r.sellers,
             tags = r.tags, external_ids = r.external_ids, tokens = r.tokens
       where account = r.account and created_at = r.created_at and order_id = r.order_id;
      if not found then
        raise exception 'order % of account % is not in the list', r.order_id, r.account;
      end if;
    end loop;
  end if;
end $$;

-- Deltas as [{account, day, status, origin, channel, store, currency, orders: 1 or -1, total}]; a batch becomes one row
-- per distinct key.
create function apply_rollups(p_deltas json) returns void
language plpgsql as $$ -- language sql would plan it anew in every call: 0.1 ms
begin
  insert into order_rollup_deltas (account, day, status, origin, channel, store, currency, orders, amount, amount_sq)
  select account, day, status, origin, channel, store, currency,
         sum(orders), sum(orders * total), sum(orders * total::numeric * total)
    from json_to_recordset(p_deltas) as d (account text, day date, status text, origin text, channel text, store text,
                                           currency text, orders bigint, total bigint)
   group by account, day, status, origin, channel, store, currency;
end $$;

-- Folds up to `p_most` deltas into the rollups and answers how many it took. Workers skip each other's deltas and lock
-- rollups in key order, so several may run.
create function fold_rollups(p_most int) returns int
language sql as $$
  with batch as (
    select account, id from order_rollup_deltas order by account, id limit p_most for update skip locked
  ), taken as (
    delete from order_rollup_deltas d using batch where d.account = batch.account and d.id = batch.id returning d.*
  ), folded as (
    insert into order_rollups as r (account, day, status, origin, channel, store, currency, orders, amount, amount_sq)
    select account, day, status, origin, channel, store, currency, sum(orders), sum(amount), sum(amount_sq)
      from taken
     group by account, day, status, origin, channel, store, currency
     order by account, day, status, origin, channel, store, currency
    on conflict (account, day, status, origin, channel, store, currency)
    do update set orders = r.orders + excluded.orders, amount = r.amount + excluded.amount,
                  amount_sq = r.amount_sq + excluded.amount_sq
  )
  select count(*)::int from taken
$$;

-- A function that runs as the owner must not find its tables through the caller's search path.
do $$ begin
  execute format('alter function order_list_matches(text, tsquery, timestamptz, timestamptz, int) set search_path = %I, pg_temp', current_schema);
  execute format('alter function order_list_count(text, tsquery, boolean, boolean, int) set search_path = %I, pg_temp', current_schema);
  execute format('alter function ensure_order_list_partitions(date) set search_path = %I, pg_temp', current_schema);
end $$;
revoke all on function order_list_matches(text, tsquery, timestamptz, timestamptz, int) from public;
revoke all on function order_list_count(text, tsquery, boolean, boolean, int) from public;
revoke all on function ensure_order_list_partitions(date) from public;
revoke all on function order_list_partition(text, text, text) from public;
grant execute on function order_list_matches(text, tsquery, timestamptz, timestamptz, int) to docket_serving;
grant execute on function order_list_matches(text, tsquery, timestamptz, timestamptz, int) to docket_follower;
grant execute on function order_list_count(text, tsquery, boolean, boolean, int) to docket_serving;
grant execute on function order_list_count(text, tsquery, boolean, boolean, int) to docket_follower;
grant execute on function ensure_order_list_partitions(date) to docket_serving;
grant execute on function ensure_order_list_partitions(date) to docket_follower;

-- Where one partition ends and the next begins, for a search that goes through them one by one.
create function order_list_bounds() returns setof timestamptz
language sql stable as $$
  select substring(pg_get_expr(c.relpartbound, c.oid) from $r$FROM \('([^']+)'$r$)::timestamptz
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
   where i.inhparent = 'order_list'::regclass and pg_get_expr(c.relpartbound, c.oid) !~ 'FROM \(MINVALUE'
$$;

-- migration 005_commit
-- The one way in which anything of an order is written: a whole batch of units, or nothing.
--
-- Parameters are parallel arrays, by the first letters of their names:
--   k_  idempotency keys           n_  new orders with their keys     x_  external ids of new orders
--   c_  changed orders             s_  stock demand, one per place    m_  stock movements, m_demand counts from 1 in s_
--   t_  timers set, r_ removed     l_  rows of the order list         h_  account heads, ascending; h_events per account
--   e_  events; e_head counts from 1 in h_, e_ordinal from 1 within the account
-- *_unit counts from 0 and says whose fault it is.
--
-- Rows are locked in one order by every caller: idempotency, orders, stock, other claims and rows, account heads.
--
-- Answers the seq of each account's last event. A unit that cannot be written raises DK001 with DETAIL
--   [{"unit": 3, "reason": "version_conflict" | "stale_catalogue" | "stock_not_counted" | "insufficient_stock",
--     "sku", "place", "requested", "available"}]
-- naming units that fail whatever the others do; an empty list says that the batch fails together, and that each unit
-- must be tried alone. Taken keys raise unique_violation with their constraint.

create function commit_batch(
  k_account text[], k_credential text[], k_key text[], k_content text[], k_order_id text[], k_version int[],
  k_outcome text[], k_at text[],
  n_account text[], n_order_id text[], n_version int[], n_hash bytea[], n_head text[], n_lines text[],
  n_documents text[], n_carried text[], n_subject text[], n_wrapped_key bytea[],
  x_account text[], x_source text[], x_external_id text[], x_order_id text[],
  c_unit int[], c_account text[], c_order_id text[], c_expected int[], c_version int[], c_hash bytea[], c_head text[],
  c_lines text[], c_documents text[], c_carried text[],
  s_account text[], s_sku text[], s_place text[], s_on_hand bigint[], s_claimed bigint[], s_confirmed bigint[],
  m_unit int[], m_demand int[], m_order_id text[], m_line_id text[], m_kind text[], m_quantity bigint[],
  m_on_hand bigint[], m_claimed bigint[], m_confirmed bigint[],
  m_on_hand_then bigint[], m_claimed_then bigint[], m_confirmed_then bigint[], m_at text[],
  t_account text[], t_key text[], t_due text[], t_payload text[], r_account text[], r_key text[],
  l_inserts json, l_updates json, l_rollups json,
  h_unit int[], h_account text[], h_events int[], h_catalogue bigint[],
  e_head int[], e_ordinal int[], e_stream_kind text[], e_stream_id text[], e_version int[], e_type text[], e_schema int[],
  e_data text[], e_personal bytea[], e_actor text[], e_at text[], e_reason text[], e_command_id text[],
  e_prev_hash bytea[], e_hash bytea[],
  p_state_schema int
) returns bigint[]
language plpgsql as $$
declare
  written   bigint;
  catalogue bigint;
  base      bigint[] := '{}';
  seqs      bigint[] := '{}';
  had_on_hand   bigint[];
  had_claimed   bigint[];
  had_confirmed bigint[];
begin
  if cardinality(k_key) > 0 then
    insert into idempotency (account, credential, key, content, order_id, version, outcome, at)
    select a, c, k, t, o, v, r, i::timestamptz
      from unnest(k_account, k_credential, k_key, k_content, k_order_id, k_version, k_outcome, k_at)
           as u (a, c, k, t, o, v, r, i)
     order by a, c, k;
  end if;

  if cardinality(n_order_id) > 0 then
    insert into orders (version, state_schema, account, order_id, hash, head, lines, documents, carried)
    select v, p_state_schema, a, o, h, head, lines, documents, carried
      from unnest(n_account, n_order_id, n_version, n_hash, n_head, n_lines, n_documents, n_carried)
           as u (a, o, v, h, head, lines, documents, carried)
     order by a, o;
  end if;

  if cardinality(c_order_id) > 0 then
    -- In the order of the arrays, see below.
    update orders s
       set version = u.v, state_schema = p_state_schema, hash = u.h,
           head = coalesce(u.head, s.head), lines = coalesce(u.lines, s.lines),
           documents = coalesce(u.documents, s.documents), carried = coalesce(u.carried, s.carried)
      from unnest(c_account, c_order_id, c_expected, c_version, c_hash, c_head, c_lines, c_documents, c_carried)
           as u (a, o, expected, v, h, head, lines, documents, carried)
     where s.account = u.a and s.order_id = u.o and s.version = u.expected;
    get diagnostics written = row_count;
    if written < cardinality(c_order_id) then
      perform refuse_versions(c_unit, c_account, c_order_id, c_hash);
    end if;
  end if;

  if cardinality(s_sku) > 0 then
    -- The committer's connections join by nested loops alone, so rows are locked in the order of the arrays, which is that
    -- of the keys; a statement that locked them before cost 80 bytes of WAL a row more. Were it ever planned otherwise, a
    -- deadlock would be found by the server and the units tried again singly.
    with taken as (
      update stock s
         set on_hand = s.on_hand + u.on_hand, claimed = s.claimed + u.claimed, confirmed = s.confirmed + u.confirmed
        from unnest(s_account, s_sku, s_place, s_on_hand, s_claimed, s_confirmed) with ordinality
             as u (a, k, p, on_hand, claimed, confirmed, i)
       where s.account = u.a and s.sku = u.k and s.place = u.p
         and s.on_hand - s.claimed - s.confirmed >= u.claimed + u.confirmed - u.on_hand
      returning u.i, s.on_hand - u.on_hand as on_hand, s.claimed - u.claimed as claimed, s.confirmed - u.confirmed as confirmed
    )
    select array_agg(on_hand order by i), array_agg(claimed order by i), array_agg(confirmed order by i)
      into had_on_hand, had_claimed, had_confirmed
      from taken;
    if coalesce(cardinality(had_on_hand), 0) < cardinality(s_sku) then
      perform refuse_stale(h_unit, h_account, h_catalogue);
      perform refuse_stock(s_account, s_sku, s_place, s_on_hand, s_claimed, s_confirmed,
                           m_unit, m_demand, m_on_hand, m_claimed, m_confirmed);
    end if;
    -- Subscripts and no join: joined, a batch of 20 orders compared 60 movements with 60 places each.
    insert into stock_movements (at, quantity, on_hand_before, claimed_before, confirmed_before,
                                 on_hand_after, claimed_after, confirmed_after,
                                 account, sku, place, kind, order_id, line_id)
    select m.at::timestamptz, m.quantity,
           had_on_hand[m.demand] + m.on_hand_then, had_claimed[m.demand] + m.claimed_then,
           had_confirmed[m.demand] + m.confirmed_then,
           had_on_hand[m.demand] + m.on_hand_then + m.on_hand, had_claimed[m.demand] + m.claimed_then + m.claimed,
           had_confirmed[m.demand] + m.confirmed_then + m.confirmed,
           s_account[m.demand], s_sku[m.demand], s_place[m.demand], m.kind, m.order_id, m.line_id
      from unnest(m_demand, m_order_id, m_line_id, m_kind, m_quantity, m_on_hand, m_claimed, m_confirmed,
                  m_on_hand_then, m_claimed_then, m_confirmed_then, m_at)
           as m (demand, order_id, line_id, kind, quantity, on_hand, claimed, confirmed,
                 on_hand_then, claimed_then, confirmed_then, at);
  end if;

  if cardinality(x_source) > 0 then
    insert into order_external_ids (account, source, external_id, order_id)
    select a, s, e, o from unnest(x_account, x_source, x_external_id, x_order_id) as u (a, s, e, o)
     order by a, s, e;
  end if;

  if cardinality(n_order_id) > 0 then
    insert into subject_keys (account, stream_kind, stream_id, subject, wrapped_key)
    select a, 'order', o, s, w from unnest(n_account, n_order_id, n_subject, n_wrapped_key) as u (a, o, s, w);
  end if;

  if cardinality(r_key) > 0 then
    delete from tasks t using unnest(r_account, r_key) as u (a, k)
     where t.account = u.a and t.kind = 'order_timer' and t.key = u.k;
  end if;
  if cardinality(t_key) > 0 then
    insert into tasks (account, kind, key, due, payload)
    select a, 'order_timer', k, d::timestamptz, p::jsonb from unnest(t_account, t_key, t_due, t_payload) as u (a, k, d, p)
    on conflict (account, kind, key) do update
       set due = excluded.due, payload = excluded.payload, attempts = 0, lease_until = null, leased_by = null,
           last_error = null, failed_at = null;
  end if;

  if l_inserts is not null or l_updates is not null then
    perform apply_order_list(l_inserts, l_updates);
  end if;
  if l_rollups is not null then
    perform apply_rollups(l_rollups);
  end if;

  -- The last locks: whoever waits for one of them holds up nobody but the account's own writers.
  for i in 1 .. cardinality(h_account) loop
    update account_heads set seq = seq + h_events[i]
     where account = h_account[i]
    returning seq, catalogue_version into written, catalogue;
    if not found then
      raise exception 'account % has no head', h_account[i];
    end if;
    if catalogue <> h_catalogue[i] then
      perform refuse_stale(h_unit, h_account, h_catalogue);
    end if;
    seqs := seqs || written;
    base := base || (written - h_events[i]);
  end loop;

  insert into events (version, schema, seq, at, command_id, account, stream_kind, stream_id, type, actor, reason,
                      prev_hash, hash, personal, data)
  select v, schema, base[head] + ordinal, at::timestamptz, command::uuid, h_account[head], kind, id, type, actor, reason,
         prev, hash, personal, data
    from unnest(e_head, e_ordinal, e_stream_kind, e_stream_id, e_version, e_type, e_schema, e_data, e_personal, e_actor,
                e_at, e_reason, e_command_id, e_prev_hash, e_hash)
         as u (head, ordinal, kind, id, v, type, schema, data, personal, actor, at, reason, command, prev, hash);
  return seqs;
end $$;

-- Names the units that were decided on what plain tables said before, where they say something else now.
create function refuse_stale(h_unit int[], h_account text[], h_catalogue bigint[]) returns void
language plpgsql as $$
begin
  if exists (select from unnest(h_account, h_catalogue) as u (a, c) join account_heads h on h.account = u.a
              where h.catalogue_version <> u.c) then
    raise exception 'the catalogue was changed' using errcode = 'DK001', detail = (
      select json_agg(json_build_object('unit', unit, 'reason', 'stale_catalogue')) from unnest(h_unit) as unit);
  end if;
end $$;

-- Names the units whose order no longer has the version they were decided on. The hash tells their own update apart from
-- a rival's that reached the same version.
create function refuse_versions(c_unit int[], c_account text[], c_order_id text[], c_hash bytea[]) returns void
language plpgsql as $$
begin
  raise exception 'orders have other versions' using errcode = 'DK001', detail = (
    select coalesce(json_agg(json_build_object('unit', unit, 'reason', 'version_conflict')), '[]')
      from unnest(c_unit, c_account, c_order_id, c_hash) as u (unit, a, o, h)
     where not exists (select from orders s where s.account = u.a and s.order_id = u.o and s.hash = u.h));
end $$;

-- Names the units that alone ask for more than there was before this batch, or of what is not counted. Places that had
-- enough were changed by now (their row version is of this transaction), so there the batch's own demand is added again.
create function refuse_stock(
  s_account text[], s_sku text[], s_place text[], s_on_hand bigint[], s_claimed bigint[], s_confirmed bigint[],
  m_unit int[], m_demand int[], m_on_hand bigint[], m_claimed bigint[], m_confirmed bigint[]
) returns void
language plpgsql as $$
begin
  raise exception 'stock is short' using errcode = 'DK001', detail = (
    with demand as (
      select i, a, k, p, claimed + confirmed - on_hand as need
        from unnest(s_account, s_sku, s_place, s_on_hand, s_claimed, s_confirmed) with ordinality
             as u (a, k, p, on_hand, claimed, confirmed, i)
    ), shelf as (
      select d.*, s.on_hand - s.claimed - s.confirmed
                  + case when s.xmin = pg_current_xact_id()::xid then d.need else 0 end as available
        from demand d left join stock s on s.account = d.a and s.sku = d.k and s.place = d.p
    ), asked as (
      select unit, demand, sum(claimed + confirmed - on_hand) as need
        from unnest(m_unit, m_demand, m_on_hand, m_claimed, m_confirmed) as m (unit, demand, on_hand, claimed, confirmed)
       group by unit, demand
    )
    select coalesce(json_agg(json_build_object(
             'unit', a.unit, 'sku', s.k, 'place', s.p, 'requested', a.need, 'available', s.available,
             'reason', case when s.available is null then 'stock_not_counted' else 'insufficient_stock' end)
             order by a.unit, s.i), '[]')
      from asked a join shelf s on s.i = a.demand
     where s.available is null or s.available < a.need);
end $$;

-- migration 006_installation
-- What is true of the whole installation and belongs to no account. Only the owner reads and writes it.

create table installation (
  name   text not null primary key,
  value  text not null
);

copy account_heads (account, seq, catalogue_version) from stdin;
default	64	3
\.

copy accounts (account, name, window_seconds, placement_seconds, created_at) from stdin;
default	Default	1800	300	2026-11-28 16:17:04.298931+00
\.

copy app_keys (account, key, token_sha256, permissions, created_at, expires_at) from stdin;
default	kept-dump	\\xeb1fbf0f7f40ded8e8c57edf8c3bdd7ddacc4f23b2dc5cdd817083c83ccd3bde	{*}	2026-11-28 16:17:04.363348+00	\N
\.

copy customers (account, customer_id, email, first_name, last_name, phone, document, company, locale, forgotten_at) from stdin;
default	C-STAYS	mia@example.test	Mia	Hofer	\N	\N	\N	de-AT	\N
default	C-GONE	\N	\N	\N	\N	\N	\N	\N	2026-11-28 16:17:22.826+00
\.

copy events (version, schema, seq, at, command_id, account, stream_kind, stream_id, type, actor, reason, prev_hash, hash, personal, data) from stdin;
1	1	1	2026-11-28 16:17:11.5+00	7b658297-0102-4b7b-b04e-6e011278f351	default	order	1480000500001-01	order_placed	key:kept-dump	asked over the API	\\x	\\x9ebd3ca0c0234ca6b3b3d230abfd444b970c9cd55d5b2aa2a3cb67fd1fd79ea9	\\x01a0a473337f4bbb86be9b56c0327d1deef8c80ff41eb6db2320e156e6cd2938a0e7afc91069ab21c3b5c201b646d14898365adadb4acf89444eacdc95110707aab3ea97ef1b6d36541786966df5e2a05580ac1f90a91ba5a643df2481334034c1ec97d41528aafe7c067594721751c13e5324280f1c483842d9f8d54b409a5fa81e1d877c4f4da86cf52eb0e44155e1e470e6211aa58faa7c70b702eba42c2a6fa9b92b1bbddc0a1d22e203c69dc99a8bd9bf6fe87535cc957c9d69fb51504a6200f8b9f858087e33ff6d5a2b65b8942adcf1dd81737b8fc6204c0820a3f27058f43774bf33daa05c0f79131c59fd1ec9aa32e3f642503ad19750a0b7d834e3df49bdf33483b89bc71f18e12c1582c23eb494c890a873360ceba7f7bbcd3d7071bd8fc563bed7296c18222918ddf97858881ca826cf74401d04b14719018a7acc107d177f691034daf99d91ab2f7c146a95c51c4637c92e46b1a04d47cb	{"account":"default","orderId":"1480000500001-01","group":"1480000500001","position":1,"sequence":500001,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":"2026-11-28T16:22:11.500Z","links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[],"tags":[],"hasNote":false,"moves":[]}
1	1	2	2026-11-28 16:17:12.268+00	c63a0482-f1f1-4589-b7e8-177638966f0d	default	order	1480000500002-01	order_placed	key:kept-dump	asked over the API	\\x	\\xf4b83312a088e0037209635f07cef16f26e95ffb41b518f41087166590589654	\\x01c81b561721f626e2f0220cb3a1d2af94411fb150b1c29a995af572141ba0dde22aa55d84e0c484ae023366d0e84f2b7ed8feeaa00a5444d532e9700df665cb078122000018e9a5e47ad3ff275b99a980373d6052185fa941c42c6ab0c3ef8533c6d5191f5f75f28ca530d3b9208050edb10edef1f713ef7fc547e10533868b3d4ba38655deb99857b02490b796932fd6758a55042c46c157c362159fd51a2d791dfbadb8c9670a842815e416f5180ea965d9e329a63c2867509fa56d758f6ec16d859ad23b6bbb2b2e818117834e9d34bc0f72a6e638b6c36450940f690304c35f92424d530583ab4589c8ce739e9babe309bba0fa468425d24ef1855c6a4f95879b666bc43559b3523a97183a28a4346515457a18cb832f0ca2b1141888f706a603b2d86eccc73edc5f1d610f2148812fcda78a875bdb221260c0479984a3b92aef16401068a64864b02f5676a18dd4b380d438017c382243cfac517f4a836ab5b098b44bb3e7c2cbd613ceaed52eb1138f3122a81310ce	{"account":"default","orderId":"1480000500002-01","group":"1480000500002","position":1,"sequence":500002,"externalIds":{"shop":"S-1","market":"M-1"},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
2	1	3	2026-11-28 16:17:12.614+00	579b3d81-84cb-4f12-a29f-634044bb848f	default	order	1480000500002-01	note_added	key:kept-dump	asked over the API	\\xf4b83312a088e0037209635f07cef16f26e95ffb41b518f41087166590589654	\\xe981cbd7ab74532e6317a1fcfa4665f27c41be265dbaf4afa9fefc9a5c00fe64	\\x01a40161ef33dec7b3df8460c390d6549a7b4ffa678c32244c6f7941e6388a754bb0e46c73e2df7904f8b7dce8629c369dec	{"noteId":"1","by":"key:kept-dump"}
3	1	4	2026-11-28 16:17:13.251+00	c3f575be-7e4a-4193-9f73-e736862fdb23	default	order	1480000500002-01	tags_changed	key:kept-dump	asked over the API	\\xe981cbd7ab74532e6317a1fcfa4665f27c41be265dbaf4afa9fefc9a5c00fe64	\\xdbd25b3e31550b1e1fe0ec4fbbea8e48003ea74b039e0f5a6933bd0583d02e86	\N	{"added":["gift","vip"],"removed":[]}
4	1	5	2026-11-28 16:17:13.373+00	624294cd-00df-44f8-8a99-de0533fc31ad	default	order	1480000500002-01	order_assigned	key:kept-dump	asked over the API	\\xdbd25b3e31550b1e1fe0ec4fbbea8e48003ea74b039e0f5a6933bd0583d02e86	\\x9eb2c9187fb9270c1364e2a9d3f8e4b707bf723779d67d262d8b6a1c3d26b457	\N	{"assignee":"desk-2"}
5	1	6	2026-11-28 16:17:13.456+00	a3e00ad3-2119-4fd3-aa19-c064581081e6	default	order	1480000500002-01	log_entry_added	key:kept-dump	asked over the API	\\x9eb2c9187fb9270c1364e2a9d3f8e4b707bf723779d67d262d8b6a1c3d26b457	\\xa9f792dc82aa6114d3985c5c5c3439979c3f8b03d18339160ffc74aed3a38735	\\x01c7332d7eff31e6fb5201924f5b7518877d5cc15a6445a52d50de6c43e5319e6fa86bc4841205869f848f98a0e2a8	{"entryId":"1","source":"erp"}
2	1	15	2026-11-28 16:17:14.029+00	bac61ef5-8cfe-44d7-b95b-4c4ecbaae86f	default	order	1480000500006-01	payment_approved	key:kept-dump	asked over the API	\\x08a802ebdde4ecda46749df59b0329006f5974383a25a18fa692d604832532f9	\\x1f2b95c73c3c250bf5c2dbe92652858af0bbaafba833f341b348495c4614c2b2	\N	{"paymentId":"1","authorised":2930,"captured":0,"confirmsStock":true,"moves":[{"instance":"Marketplace","from":"payment-pending","to":"approve-payment"},{"instance":"Marketplace","from":"approve-payment","to":"payment-approved"},{"instance":"Fulfillment","from":"waiting-ffmt-authorization","to":"authorize-fulfillment"},{"instance":"Fulfillment","from":"authorize-fulfillment","to":"window-to-cancel"},{"instance":"Fulfillment","from":"window-to-cancel","to":"ready-for-handling"}]}
3	1	16	2026-11-28 16:17:14.078+00	2bd7c7d7-2ff9-49fe-80a6-96d9442f53f4	default	order	1480000500006-01	handling_started	key:kept-dump	asked over the API	\\x1f2b95c73c3c250bf5c2dbe92652858af0bbaafba833f341b348495c4614c2b2	\\xb2edadce4cb3f1c7b15b1e441a3badb88d90f042dd882432972f785e4bb0530f	\N	{"confirmsStock":false,"moves":[{"instance":"Fulfillment","from":"ready-for-handling","to":"start-handling"},{"instance":"Fulfillment","from":"start-handling","to":"handling"}]}
1	1	7	2026-11-28 16:17:13.524+00	5b21a525-0829-485f-9988-04acb62e752b	default	order	1480000500003-01	order_placed	key:kept-dump	asked over the API	\\x	\\xfceede95d4519b06144ca3ba248be922a0bc236aae84658a2bdc31ff2053fb5f	\\x0186e0b47dc98e5aef0298840464a7caf839c5e157cb504c7d3b6ff72a5571e0790cf96665c8c45f675408b65fb8bfb0610d0bb1c569d854e7e032d22f26d4e6ae176138412cbbe90ffbecffe71165ad2b7827ef66204e02129db4f7805357f04e9c18b67837aabf6d8d3baaac84d8db6dcaa91aec1cd2a2815cf5723534f163cb5416e6ad21ed67a915ebca63e32c32ae274aa4849f1f0bedfd1cc61658ea2b279ae6a10dbf4c55ba89e5e8b8a90008cc53f922a11d911834e994618817dc9e689f10030f6c102c8f8d8f387ba658038f81bcfa58f4d599d6e8cdad37e744bfea04ea40ba437878197cd979cdae9b388c68a8e3c2cd7f98d531faa9ebf29ea5b39ec845bcec88636bac328cffbbaf8e30182a785c39e88d5b05ff6df08a166a6e42213dd5eac7475204aa61c07fd3fd852b00eb32ef2789f106bbb59ca51a76ef90daeea554063d6159109f6ff560d26f2fd0c491d95864dfb7cb4ef18d	{"account":"default","orderId":"1480000500003-01","group":"1480000500003","position":1,"sequence":500003,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":31536000,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
2	1	8	2026-11-28 16:17:13.617+00	e4054bbc-efeb-466d-85c7-0b11cc1e8e23	default	order	1480000500003-01	payment_approved	key:kept-dump	asked over the API	\\xfceede95d4519b06144ca3ba248be922a0bc236aae84658a2bdc31ff2053fb5f	\\x497d0e1f6fefa718faa7a7149d254e3b35ba54fa4ae360b6de3ad83fbe60d1b6	\N	{"paymentId":"1","authorised":2930,"captured":0,"confirmsStock":true,"moves":[{"instance":"Marketplace","from":"payment-pending","to":"approve-payment"},{"instance":"Marketplace","from":"approve-payment","to":"payment-approved"},{"instance":"Fulfillment","from":"waiting-ffmt-authorization","to":"authorize-fulfillment"},{"instance":"Fulfillment","from":"authorize-fulfillment","to":"window-to-cancel"}]}
1	1	9	2026-11-28 16:17:13.683+00	4df765e9-e095-42eb-a38d-18a586c5526c	default	order	1480000500004-01	order_placed	key:kept-dump	asked over the API	\\x	\\x59aa71fead44fe3f72ad86e48eb2c60c67e5711b70faa563d0c215165263209c	\\x01624d8dc201764a65ad06d99219ea85ef70f7ea0d8befbce6fe8e706ccf385efdc5b0831f3c85befc87106769fe0ef37fedf4be167c7e8d48f792d14d121c85a30068d671f3ccaa90e5c9339effc303927e6c6678b17f4fa058a1bde48fb2ffcf956e3fee9d2f0b6b127f9ce9aa70a7096b54c986b9f16077cf761c354fcdf292d4dbca8015e65e4e2246eed0dadb8cc2e11b600db6ddc1fdef1a4a919d5ac6734d9e92f5252b16acbf06159647c4835366041945054c295cc106979668dc2fe78a8cedf1df14e7288a4f676d5a809f45fdf0ee7b75f844b18bc49f2092a9f985443893fa3ca9fe7bc7c181bf8c4ed28f0de876ce0e83d40b524eb35a6f9719e9351a2e1e94e9cbbe82d91b173cd86dc510f14358e288059447bea54e09c4571d916c61fc9d7fbff6d1eee9f18f96fa78f683d3863d6bf793e79e915a33e0309b35a9c971f356ff0b4628b766df005bfaf2d69d1f99bc081c300b496633	{"account":"default","orderId":"1480000500004-01","group":"1480000500004","position":1,"sequence":500004,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"shop","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":590,"discount":0,"net":590,"share":{"discount":0,"shipping":490,"tax":0},"payable":1080}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":590,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":1080},"payments":[{"id":"1","method":"pix","amount":1080,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
2	1	10	2026-11-28 16:17:13.834+00	c8ac118a-86dd-46e3-8602-a467c313d709	default	order	1480000500004-01	payment_approved	key:kept-dump	asked over the API	\\x59aa71fead44fe3f72ad86e48eb2c60c67e5711b70faa563d0c215165263209c	\\xcbb36afded210bbb2a59ffe47fe2ecf944403c41b94849625658a12e40b532b4	\N	{"paymentId":"1","authorised":1080,"captured":0,"confirmsStock":true,"moves":[{"instance":"Marketplace","from":"payment-pending","to":"approve-payment"},{"instance":"Marketplace","from":"approve-payment","to":"payment-approved"},{"instance":"Fulfillment","from":"waiting-ffmt-authorization","to":"authorize-fulfillment"},{"instance":"Fulfillment","from":"authorize-fulfillment","to":"window-to-cancel"},{"instance":"Fulfillment","from":"window-to-cancel","to":"ready-for-handling"}]}
4	1	17	2026-11-28 16:17:14.19+00	d509c47c-d70c-469f-a4c9-ec381e76e9ee	default	order	1480000500006-01	invoice_issued	key:kept-dump	asked over the API	\\xb2edadce4cb3f1c7b15b1e441a3badb88d90f042dd882432972f785e4bb0530f	\\xe448bb487c56edbb47370324b48cab6f96cb8cc5aac9d2a3a0805fc7813f7934	\N	{"number":"A-1","value":590,"items":[{"lineId":"1","quantity":1}],"inferred":false,"issuedAt":"2026-11-28T16:17:14.190Z","key":null,"url":null,"packageId":null,"completes":false,"consumesStock":true,"captures":[{"paymentId":"1","amount":590}],"moves":[{"instance":"Fulfillment","from":"handling","to":"invoice"},{"instance":"Fulfillment","from":"invoice","to":"handling"},{"instance":"Marketplace","from":"payment-approved","to":"invoice"},{"instance":"Marketplace","from":"invoice","to":"payment-approved"}]}
1	1	11	2026-11-28 16:17:13.87+00	1e7f6a7a-6766-4d50-9f29-6a50f6252f4f	default	order	1480000500005-01	order_placed	key:kept-dump	asked over the API	\\x	\\x22e3bc533b7b6f8661ab8d69f518d15fc5dccde6d19fb8cb908788d5ebc2536d	\\x01f498b8efa41cca2d10fbe636988a2063c7afee8e2fab25b0475186f646f352f102f4d7297acb6be994ac5579e1c360c6dac23677c14e191e046ab48179c0d53df786444db12bb124efdbdfc541e2ea9daade5ef3908330326f10bef679d86aee27adc4aa1c4b4079a301d8c7f565122e275fa0f141e5e27c116ea93d4108780cb56e656aff740411c6e424cc4c34cb346f46e62d2ffbec72da2541807c061a878b3d35f7ef8a54282c5900f63fe3989462b14cb3be1ea4ff8ab6372b1fefdc67f748901caa5f31b756bbad288ffcc07d02da16753b32619b0a4fb6fb5d57710ed04ad852c1cc5f43ae2ad21210fc49687235dcee825b2c6fc1f3e9c997ace967e4bbff0039d4068fae296ebf92da4767ed9eb40840eca7d5a4f69398590fc91b1b6cdcd19383b1368d524be38aaee7dcec608b450cc1fae0b48e38fa735c33fbdc29a7f705f5e90f8d438e23d4333a40c295f0f65c3cdac13c960b703a	{"account":"default","orderId":"1480000500005-01","group":"1480000500005","position":1,"sequence":500005,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
2	1	12	2026-11-28 16:17:13.906+00	9edfa80b-98a7-46ef-84c8-27af05c52006	default	order	1480000500005-01	payment_approved	key:kept-dump	asked over the API	\\x22e3bc533b7b6f8661ab8d69f518d15fc5dccde6d19fb8cb908788d5ebc2536d	\\xb3e567e420d6e3a6311caf42f2783080d09ee279e7bcf230b1bd7278b661716b	\N	{"paymentId":"1","authorised":2930,"captured":0,"confirmsStock":true,"moves":[{"instance":"Marketplace","from":"payment-pending","to":"approve-payment"},{"instance":"Marketplace","from":"approve-payment","to":"payment-approved"},{"instance":"Fulfillment","from":"waiting-ffmt-authorization","to":"authorize-fulfillment"},{"instance":"Fulfillment","from":"authorize-fulfillment","to":"window-to-cancel"},{"instance":"Fulfillment","from":"window-to-cancel","to":"ready-for-handling"}]}
3	1	13	2026-11-28 16:17:13.944+00	c2d481aa-7462-48ca-84f5-e3df41546632	default	order	1480000500005-01	handling_started	key:kept-dump	asked over the API	\\xb3e567e420d6e3a6311caf42f2783080d09ee279e7bcf230b1bd7278b661716b	\\xfb3fca2a5bbd54ebcc730d60ea5740e115062dac06555b6a86d53def2496b88a	\N	{"confirmsStock":false,"moves":[{"instance":"Fulfillment","from":"ready-for-handling","to":"start-handling"},{"instance":"Fulfillment","from":"start-handling","to":"handling"}]}
1	1	14	2026-11-28 16:17:13.979+00	b9294928-8da7-483d-b63f-b18743b7c511	default	order	1480000500006-01	order_placed	key:kept-dump	asked over the API	\\x	\\x08a802ebdde4ecda46749df59b0329006f5974383a25a18fa692d604832532f9	\\x015b238e71d24c2527021c59a75b4cd3548526506938f3588e7e36944459aae5de2caffd79d5c25a6a95b4e754fed229018734a41dac7217b16641cc812df5c13729d69006646e3971625e819ea35e13caf320dd33b5cec74494e2068a632d27a151649f0fda0c70e4fbc6e1e947db2327061a6974299582cffcc29544663b712683e62a5d7aabee2e0996676f098f441124264b4318ff33b26b82a4c6ab0388b68f74e5d5658c4c01643171f830be21e97ceb9a07bdecefd94b416d9d5377ad57c62e42882e7e32b5230dad7003b77330fbd0d18bf54dcfac926199d430cceaa21fbd5e77f1547fc0ae22c33844404af9a7a2889412e550725bc7242aa7e51eb48de54b9891baae6571ff77b674a41d8a0ac33069670b4f5f179d5529ac21541dd188b6e2eb1eea5aa2f791c6064a24500351caad923ee175655b5f2a5034c2bbff1d646d1f64d094ddccbfcb18a494930a4d8261c2a5771f21f25ab658	{"account":"default","orderId":"1480000500006-01","group":"1480000500006","position":1,"sequence":500006,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
1	1	18	2026-11-28 16:17:14.274+00	fdcd7198-336f-42ad-9462-afb6f38b4368	default	order	1480000500007-01	order_placed	key:kept-dump	asked over the API	\\x	\\x184d1e69ed1936d7601baa3240d03b559fdc0fc9495842f33d32874f59d047c4	\\x0195c76b636ea419c6e898e37f445269befae4ec7f052aa0d35cd9f723c45aec93cd2eed928047e064a201a6f510d3151fce7a8d80ce3534b23dcb4182f625d8a68bb179cce48aa11895ba85fc4cf04ff824bf10d67ec8e227a72d4f0f3342f7619796db03986209ad5859432921b7f398c2beb84d974dcdaa4d209d37732d551a8271622ad1e620eec6191ec6834390c6f9370b7d2ce44b0e2487da49dbd2afc0994a9a8a82d07e7b9bd33f5cb154510a82b48ea7f713ca5307fcf259bd8a5340749fadf61b63c53b200f9329a17db83f94246ae7a1e58ab09c32e10f1c58e886fb4ac19506d7c3afbf89c911d3291f29ef7731097ba0900464d1e1e7e75b82b58e3005fe0a9a73d400fe423cc1f8721f34513ac1c6ecb88ae2431f85f78f566e7ca6783196f3d12d06e8aa597405300f6c1f9a33170a149d0918e39f27ad8a5a7a2d242950b3d4842493a9086511d7a62cf54ff5eda37a71c7e969a66b	{"account":"default","orderId":"1480000500007-01","group":"1480000500007","position":1,"sequence":500007,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
2	1	19	2026-11-28 16:17:14.356+00	362bfebc-abcd-482f-bae8-89181e017e6a	default	order	1480000500007-01	payment_approved	key:kept-dump	asked over the API	\\x184d1e69ed1936d7601baa3240d03b559fdc0fc9495842f33d32874f59d047c4	\\xe4a54c41f3ccd92d686795a96a610ec8f4b71f5d67ea2cd4f337a11fe91e2523	\N	{"paymentId":"1","authorised":2930,"captured":0,"confirmsStock":true,"moves":[{"instance":"Marketplace","from":"payment-pending","to":"approve-payment"},{"instance":"Marketplace","from":"approve-payment","to":"payment-approved"},{"instance":"Fulfillment","from":"waiting-ffmt-authorization","to":"authorize-fulfillment"},{"instance":"Fulfillment","from":"authorize-fulfillment","to":"window-to-cancel"},{"instance":"Fulfillment","from":"window-to-cancel","to":"ready-for-handling"}]}
3	1	20	2026-11-28 16:17:14.433+00	b80a4b84-ea58-49a0-9405-21ed98edb5e8	default	order	1480000500007-01	handling_started	key:kept-dump	asked over the API	\\xe4a54c41f3ccd92d686795a96a610ec8f4b71f5d67ea2cd4f337a11fe91e2523	\\x4d42c051f22d6a6bedbd45a0f1e5aa2f978bb1a27fce40ebdf77e88e07ed9489	\N	{"confirmsStock":false,"moves":[{"instance":"Fulfillment","from":"ready-for-handling","to":"start-handling"},{"instance":"Fulfillment","from":"start-handling","to":"handling"}]}
4	1	21	2026-11-28 16:17:14.5+00	3436414d-706b-487d-9aee-f3b165d4b131	default	order	1480000500007-01	invoice_issued	key:kept-dump	asked over the API	\\x4d42c051f22d6a6bedbd45a0f1e5aa2f978bb1a27fce40ebdf77e88e07ed9489	\\xf2dd5a11c452f9e861724d4538e17c04a84990fb04ec22d218a9c44133a5285c	\N	{"number":"A-2","value":2930,"items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"inferred":true,"issuedAt":"2026-11-28T16:17:14.500Z","key":null,"url":null,"packageId":"1","completes":true,"consumesStock":true,"captures":[{"paymentId":"1","amount":2930}],"moves":[{"instance":"Fulfillment","from":"handling","to":"invoice"},{"instance":"Fulfillment","from":"invoice","to":"invoiced"},{"instance":"Marketplace","from":"payment-approved","to":"invoice"},{"instance":"Marketplace","from":"invoice","to":"invoiced"}]}
5	1	22	2026-11-28 16:17:14.5+00	3436414d-706b-487d-9aee-f3b165d4b131	default	order	1480000500007-01	package_sent	key:kept-dump	asked over the API	\\xf2dd5a11c452f9e861724d4538e17c04a84990fb04ec22d218a9c44133a5285c	\\x629fb2499fa44161fcee4c903b81791469ffb50e4407cd945f4282bab95ec919	\N	{"packageId":"1","invoiceNumber":"A-2","items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"carrier":"Post","trackingNumber":"RR1AT","trackingUrl":null,"dispatchedAt":null,"consumesStock":false,"moves":[]}
6	1	23	2026-11-28 16:17:14.554+00	c8a187e8-0a81-40cd-95da-b186494f13a2	default	order	1480000500007-01	package_tracked	key:kept-dump	asked over the API	\\x629fb2499fa44161fcee4c903b81791469ffb50e4407cd945f4282bab95ec919	\\xcfb9e43876daaeedf6c09a3ef92f7428a19af79c03ebaa159d49541e030ce08a	\\x0189f208bb0eabead7eaa6e24ef1cbbb59613ab365bbe4f0005c98f0ccad76e8b06c35518f8a48451eee97bd24156d14793fb93b4994974c391ed6a98bc8c41f218cf05fe7ba338efeb89415dc61c69b02b7736a34245a17b337	{"packageId":"1","times":["2026-06-01T09:00:00.000Z"],"deliveredAt":null,"completesDelivery":false,"moves":[]}
2	1	36	2026-11-28 16:17:15.471+00	5adb98a1-ce28-469a-99f8-81e4c165b3de	default	order	1480000500010-01	payment_approved	key:kept-dump	asked over the API	\\x2a48c106f12af23f5ccdffa7f96671258ce63cabe0b7ee98f1942f8aae80b076	\\x3fefaf7212d9a15303caaee4ac801def8fea7753ac6f443471d63ce666d03ba4	\N	{"paymentId":"1","authorised":2930,"captured":0,"confirmsStock":true,"moves":[{"instance":"Marketplace","from":"payment-pending","to":"approve-payment"},{"instance":"Marketplace","from":"approve-payment","to":"payment-approved"},{"instance":"Fulfillment","from":"waiting-ffmt-authorization","to":"authorize-fulfillment"},{"instance":"Fulfillment","from":"authorize-fulfillment","to":"window-to-cancel"},{"instance":"Fulfillment","from":"window-to-cancel","to":"ready-for-handling"}]}
3	1	37	2026-11-28 16:17:15.518+00	a3c18b84-c30e-427a-a91c-7847e29d3bea	default	order	1480000500010-01	handling_started	key:kept-dump	asked over the API	\\x3fefaf7212d9a15303caaee4ac801def8fea7753ac6f443471d63ce666d03ba4	\\x7e4831815780e0de410877fd79acb49e362fa6c389bfb5a0d55baceae85b63f4	\N	{"confirmsStock":false,"moves":[{"instance":"Fulfillment","from":"ready-for-handling","to":"start-handling"},{"instance":"Fulfillment","from":"start-handling","to":"handling"}]}
4	1	38	2026-11-28 16:17:15.582+00	5c7ca4d4-6608-4e08-b001-59f7af7e0c7b	default	order	1480000500010-01	cancellation_requested	key:kept-dump	asked over the API	\\x7e4831815780e0de410877fd79acb49e362fa6c389bfb5a0d55baceae85b63f4	\\xe4238f0ebf947ec275efac253b0639dc971b2905374a2b5d54ea547969161c52	\\x01671c8ceef347276c3968b42880f9ce2c58595b4877bb72507ea0a1c25b42b3fadf2ab80958ff778a9413a1d9cd61728233	{"requestId":"1","by":"buyer","moves":[{"instance":"Fulfillment","from":"handling","to":"cancellation-requested","returnTo":"handling"},{"instance":"Marketplace","from":"payment-approved","to":"request-cancel"},{"instance":"Marketplace","from":"request-cancel","to":"waiting-for-seller-decision"}]}
1	1	24	2026-11-28 16:17:14.577+00	73397452-fbfd-4558-977c-3812c0305072	default	order	1480000500008-01	order_placed	key:kept-dump	asked over the API	\\x	\\xcfab56e3217f5187e0dab5a01e74c6f6f76710e7d2ed956ced7bac18d4d8f0e0	\\x01748a120e1af5295fda17e55d3d530eb034da575cc5766cf18c87d560b558bfa9c4ce1e0ccc3e54911d104bbcaa42af245ea402f481371946667a8268a89b2d3dc0a0a873bde841cdf2bf5a68d11b3b811642e1fcbcf91ef54125a2aa720fe4770a9bf4d4c28e5dbd139e4afb492fb491356dc2f7ca8fa142e6436ce419fd9b22b3e9d283441061c4da8399ec92923b7c381fbbabba2c17ea72a36d4737f7e2c4cf51a834708f5cf4aec7dfee6d99495925d6bdc2594c5433685b5893c496b001d6c5f0a8ff087c9c1dd20fbf3eded3df3cfc3619bde74f30f2ff44d6b46f20afc7c3b6ac4b42b9366842b1a72777485e62d3d2f02303e2505027bc72b4b5796dfe21d8b991e3b7cf4d7c270d9d8c3efd9ddc8d0e37ef911652492bf70371f0409870b5cd5e61c3a73850503a65a7006c3045fac7e3cfd4642a9daeb098a0c221b76c9dae16a72d08a47daae3530c0da1b09d0f176b25367a36669840f7	{"account":"default","orderId":"1480000500008-01","group":"1480000500008","position":1,"sequence":500008,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
2	1	25	2026-11-28 16:17:14.651+00	823d9c03-4314-4143-909b-ac7e8c6c2a14	default	order	1480000500008-01	payment_approved	key:kept-dump	asked over the API	\\xcfab56e3217f5187e0dab5a01e74c6f6f76710e7d2ed956ced7bac18d4d8f0e0	\\xa461533a392e008d18b7b362c728e8ee4048693131aedf7b8e70b84857ca3bf2	\N	{"paymentId":"1","authorised":2930,"captured":0,"confirmsStock":true,"moves":[{"instance":"Marketplace","from":"payment-pending","to":"approve-payment"},{"instance":"Marketplace","from":"approve-payment","to":"payment-approved"},{"instance":"Fulfillment","from":"waiting-ffmt-authorization","to":"authorize-fulfillment"},{"instance":"Fulfillment","from":"authorize-fulfillment","to":"window-to-cancel"},{"instance":"Fulfillment","from":"window-to-cancel","to":"ready-for-handling"}]}
3	1	26	2026-11-28 16:17:14.725+00	1dacaa8a-da08-41ee-bbbd-2f2b906c0072	default	order	1480000500008-01	handling_started	key:kept-dump	asked over the API	\\xa461533a392e008d18b7b362c728e8ee4048693131aedf7b8e70b84857ca3bf2	\\x65d494b6e97b318cd267747f8f0d131d3970c2c67624b8491ab111209030ecac	\N	{"confirmsStock":false,"moves":[{"instance":"Fulfillment","from":"ready-for-handling","to":"start-handling"},{"instance":"Fulfillment","from":"start-handling","to":"handling"}]}
4	1	27	2026-11-28 16:17:14.765+00	bcc9b293-d9b1-4113-8bb9-7113a23c5f93	default	order	1480000500008-01	invoice_issued	key:kept-dump	asked over the API	\\x65d494b6e97b318cd267747f8f0d131d3970c2c67624b8491ab111209030ecac	\\xcd5c3501069671fecfdd92348fbbb08b6a1bd228173e14ae61221b55a2c7d37a	\N	{"number":"A-3","value":2930,"items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"inferred":true,"issuedAt":"2026-11-28T16:17:14.765Z","key":null,"url":null,"packageId":"1","completes":true,"consumesStock":true,"captures":[{"paymentId":"1","amount":2930}],"moves":[{"instance":"Fulfillment","from":"handling","to":"invoice"},{"instance":"Fulfillment","from":"invoice","to":"invoiced"},{"instance":"Marketplace","from":"payment-approved","to":"invoice"},{"instance":"Marketplace","from":"invoice","to":"invoiced"}]}
5	1	28	2026-11-28 16:17:14.765+00	bcc9b293-d9b1-4113-8bb9-7113a23c5f93	default	order	1480000500008-01	package_sent	key:kept-dump	asked over the API	\\xcd5c3501069671fecfdd92348fbbb08b6a1bd228173e14ae61221b55a2c7d37a	\\xc68e13f30d73b9f12b0bb16a15cb9e54c7d312e7db0262becb6b3d9d10fc21e7	\N	{"packageId":"1","invoiceNumber":"A-3","items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"carrier":null,"trackingNumber":null,"trackingUrl":null,"dispatchedAt":null,"consumesStock":false,"moves":[]}
6	1	29	2026-11-28 16:17:14.866+00	51ad6c95-2465-490d-a10a-938af687ca4e	default	order	1480000500008-01	package_tracked	key:kept-dump	asked over the API	\\xc68e13f30d73b9f12b0bb16a15cb9e54c7d312e7db0262becb6b3d9d10fc21e7	\\x8f92fbdaea295316dc990efd9f544c262cdb3a27e811d92198a404df40adff1d	\\x01be3a515a896cf16e8809ad48fbced0aa985c042aceedb35ea63b3f230e305ffff24c80b2a6ad434216	{"packageId":"1","times":[],"deliveredAt":"2026-11-28T16:17:14.866Z","completesDelivery":true,"moves":[]}
7	1	30	2026-11-28 16:17:14.973+00	2d4d40db-11b2-4b72-80de-86a94ff364d7	default	order	1480000500008-01	return_invoice_issued	key:kept-dump	asked over the API	\\x8f92fbdaea295316dc990efd9f544c262cdb3a27e811d92198a404df40adff1d	\\xfd9992bc3743cd30d9000a8b9c91da1f8e23011128f77a318cbb8af1798650d1	\N	{"number":"R-1","value":590,"items":[{"lineId":"1","quantity":1}],"issuedAt":"2026-11-28T16:17:14.973Z","key":null,"url":null,"refunds":[{"paymentId":"1","amount":590}],"restocked":true,"moves":[]}
4	1	61	2026-11-28 16:17:17.032+00	b934283e-3dc7-467e-b1ba-067c70388abf	default	order	1480000500018-01	invoice_issued	key:kept-dump	asked over the API	\\x2d769de7e56c3d2e91c6e0162a497842e22c5efa94e210383a333328998966f9	\\xaa2363ead35c6e060f36093d0cf67e508a096e7b41cf141e80320ef21d1dd277	\N	{"number":"A-4","value":2930,"items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"inferred":true,"issuedAt":"2026-11-28T16:17:17.032Z","key":null,"url":null,"packageId":"1","completes":true,"consumesStock":true,"captures":[{"paymentId":"1","amount":2930}],"moves":[{"instance":"Fulfillment","from":"handling","to":"invoice"},{"instance":"Fulfillment","from":"invoice","to":"invoiced"},{"instance":"Marketplace","from":"payment-approved","to":"invoice"},{"instance":"Marketplace","from":"invoice","to":"invoiced"}]}
5	1	62	2026-11-28 16:17:17.032+00	b934283e-3dc7-467e-b1ba-067c70388abf	default	order	1480000500018-01	package_sent	key:kept-dump	asked over the API	\\xaa2363ead35c6e060f36093d0cf67e508a096e7b41cf141e80320ef21d1dd277	\\x8de701ad2c48438392d73aa7d187c9a9451e6e6772f9bf787095b307a038e644	\N	{"packageId":"1","invoiceNumber":"A-4","items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"carrier":"Post","trackingNumber":null,"trackingUrl":null,"dispatchedAt":null,"consumesStock":false,"moves":[]}
1	1	31	2026-11-28 16:17:15.129+00	4fa40ed3-c91f-4f22-a9ad-9f8c8af4030d	default	order	1480000500009-01	order_placed	key:kept-dump	asked over the API	\\x	\\x60c79b80760fce927a939b060f36c78d3b83b68f5cb3186c8cb33b7138b4953b	\\x01af8eae0742cc6a769220e9c6bf54e5e9484ca45599c34ffef8e21afc1e7c92e8c7a678aeb039cd3245ce6a3dd03137eec0c01ca6777b2f3d29f8915e678eec63d7a12108e755e9b6119a0a6ca76bb378a53d2ecdc327ef71f6020b2f0d3f3de948f0505f15940d52e6169e404a6858d5092a59810265633016327583e03a04230b2b0e81a61f3afc01a4e4f9591363a1a588c65d55032861a9f3dfd437ca4d8b9a4bdbbd03f44af3f39a79d1dac14c9e349034371953cdae7ebc519aac960e8cb8d66ee1530fde3ff4c1301a1c4f5f298231d042cb978812606b0ce09556514f6129be1ebad2b5becb2ae49e429da4e744137589d7f5ea584ae9ac94ac1537afb3b59998c02633c8ae436acdc1b6327afe66a4dfe3d19fd5f33bd3c6257f8c1b2c4eaa8f86f932d466de48421a56bf54dbe12ce9c6f88498635dfb2c4512c687c1d1ab1da8180ae5abd66b51ec38e3dac430e8a1f08258c39ec6a6fc08	{"account":"default","orderId":"1480000500009-01","group":"1480000500009","position":1,"sequence":500009,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":3600,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
2	1	32	2026-11-28 16:17:15.298+00	34a86fb6-55f7-4f85-8031-ce3b65db4666	default	order	1480000500009-01	payment_approved	key:kept-dump	asked over the API	\\x60c79b80760fce927a939b060f36c78d3b83b68f5cb3186c8cb33b7138b4953b	\\xbd85e3381b819935748c8520af5583b256928bb360c609c59fe7c6aa24077df0	\N	{"paymentId":"1","authorised":2930,"captured":0,"confirmsStock":true,"moves":[{"instance":"Marketplace","from":"payment-pending","to":"approve-payment"},{"instance":"Marketplace","from":"approve-payment","to":"payment-approved"},{"instance":"Fulfillment","from":"waiting-ffmt-authorization","to":"authorize-fulfillment"},{"instance":"Fulfillment","from":"authorize-fulfillment","to":"window-to-cancel"}]}
3	1	33	2026-11-28 16:17:15.361+00	fea59b57-f4d4-4e7a-8f91-8ddda193e98c	default	order	1480000500009-01	cancellation_requested	key:kept-dump	asked over the API	\\xbd85e3381b819935748c8520af5583b256928bb360c609c59fe7c6aa24077df0	\\x52e0b56bc0e8a5caa6f63c1ac68e72d8951fed33b9675d9fb8ba8b9bef7dc0cb	\\x018d2eec37a3df7e83d197b98f15c0f4be27c7c06c076162f5d3e009b06fd0f8a8f5358da3f47086e0dce114d1ccc30d472b416cf46f190daaae	{"requestId":"1","by":"buyer"}
4	1	34	2026-11-28 16:17:15.361+00	fea59b57-f4d4-4e7a-8f91-8ddda193e98c	default	order	1480000500009-01	order_cancelled	key:kept-dump	asked over the API	\\x52e0b56bc0e8a5caa6f63c1ac68e72d8951fed33b9675d9fb8ba8b9bef7dc0cb	\\xbe2c55b8338804d21389e5c4702a64868915a29b8040e5e88ab1ba24a24fc613	\\x0106f117e13243562deb44c1764978e1b5274326cdc66bc5bb97fbe9d19a8be3732d05f405f4ac6574db0039dac861b7a7b563d91e1cddb29ed5	{"value":2930,"voids":[{"paymentId":"1","amount":2930}],"refunds":[],"by":"buyer","requestId":"1","moves":[{"instance":"Fulfillment","from":"window-to-cancel","to":"cancel"},{"instance":"Fulfillment","from":"cancel","to":"canceled"},{"instance":"Marketplace","from":"payment-approved","to":"cancel"},{"instance":"Marketplace","from":"cancel","to":"canceled"}]}
1	1	35	2026-11-28 16:17:15.408+00	f84c2ccb-a9ff-4f6c-9f60-d621932aff0c	default	order	1480000500010-01	order_placed	key:kept-dump	asked over the API	\\x	\\x2a48c106f12af23f5ccdffa7f96671258ce63cabe0b7ee98f1942f8aae80b076	\\x017e77bd7814514f3cd31c097c2b390191b48f6448598186acfbc58b2433d9eaf55525ee355b0b3d1e116da7985f085cc330becf9976c55e0540d7e66b7ba7842a164d2ee1aaacb0ef835899e3021ba93f5d4fbe7874d5981af32b7b1e5509497cf73e64f841c0e7d6d12f2dc3ae9ae39e50002bb71661e03790da7a6314363d9450d279fee4565300fec80b73823b8ff599f2b983e93be179285f17bd8d0a60aa6112a41b58c172721457f3b511f47aadbb9c52c56601a56f4191977e62b35ba1d2da4bdbda17e2bc7402e51ab0317e8fdb2dfd189acca4a454ed66654cf2a5d367e01bdab7058d0f90e9a01337bedabda2d41cf32c4e08c6ec2378c1e310a3263e8e300e4d152abef370b7dbb05db7059c060d1b061f32e75c2e79d9120b38ba61d4f7485c53ac32e0b8c4e00bc3467a36dc396d8778d22a5915c8332b13eb98df1d2f33eecd7216ee6df15a9b0076e0ae1c190be1b4a7ba43f3151aa5	{"account":"default","orderId":"1480000500010-01","group":"1480000500010","position":1,"sequence":500010,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
1	1	39	2026-11-28 16:17:15.664+00	37a1aa6c-1884-429b-8f32-8b0c884e9011	default	order	1480000500011-01	order_placed	key:kept-dump	asked over the API	\\x	\\xc0555fb7308c9f1510f58fa632a9741ef4b29230b55e7e0a4f04ac05441f8aa6	\\x01f47fb2c306a59f0b38d0e546ba6de49293ca925ea21161ff2227c8139008b2031e600df6e646608bdaeb293711aa16ed92b38a4cb7872afecaff92291902d312ff23a5b08c20ce37609a42a6dd51f89f829f54c318418c11ed611d0533fc9dc6b8e0a739ea5bdd1296776711e30405a309cd9eb3e472fb132426cb17fee7a539cd24d86c80c6d20b3760ba7199e2f3091eb061e19d022d38d3e8eff87babea1cba76294e25319e18c2a149351f1f52ded09bfb839543c0351c47e2440d0127888bc9540919f9aec9dbe7a76be0d86e529a4ceec309bd1f06d5e62efdc4df8941c9c778f172cfa965ee13d0166a60da2e79a73450bc55f2c61cde405a915f8b4c065e4f9ebe83c3afae0fb83aa3880a480a73ac329cf60e101091b9ff2086088113b945b8bac2d5fdf0005af1c020a507ac06723fe22e089bfcd2672e085235eee7535c4826620c279b0d0e4105ad836625cc6972cd2edf87880409b8c9	{"account":"default","orderId":"1480000500011-01","group":"1480000500011","position":1,"sequence":500011,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
2	1	40	2026-11-28 16:17:15.709+00	e53f3b22-2622-4a24-956f-827b139e0d07	default	order	1480000500011-01	payment_denied	key:kept-dump	asked over the API	\\xc0555fb7308c9f1510f58fa632a9741ef4b29230b55e7e0a4f04ac05441f8aa6	\\x5824b6165a693827fee0e0fba0070569734f0720459dbf710676c0920be99e10	\\x01be51ae6ed1e49b2f249b7ff64fcf9cd1d8c70655f30afea71f4cc866feaebb9f520e777d84da68cbeb969f36f4e18d39635f	{"paymentId":"1","moves":[{"instance":"Marketplace","from":"payment-pending","to":"payment-denied"},{"instance":"Marketplace","from":"payment-denied","to":"cancel"},{"instance":"Marketplace","from":"cancel","to":"canceled"},{"instance":"Fulfillment","from":"waiting-ffmt-authorization","to":"cancel"},{"instance":"Fulfillment","from":"cancel","to":"canceled"}]}
3	1	41	2026-11-28 16:17:15.709+00	e53f3b22-2622-4a24-956f-827b139e0d07	default	order	1480000500011-01	order_cancelled	key:kept-dump	asked over the API	\\x5824b6165a693827fee0e0fba0070569734f0720459dbf710676c0920be99e10	\\x2d8e20ae6a5ff01c39aa0f17437dc6e5e392798b149485aa0b2f699ddef1351a	\\x01296c90aab56f5db3e0738959509297247b57ea51363be3dc804fa94a1ad4a49617e2ff8defaebdfda2ff74	{"value":2930,"voids":[],"refunds":[],"by":"payment","requestId":null,"moves":[]}
1	1	42	2026-11-28 16:17:15.753+00	cc4805a2-9e7a-4f80-93cf-36448acd1b78	default	order	1480000500012-01	order_placed	key:kept-dump	asked over the API	\\x	\\xd1edfc76e297e448c34921d3406c3a3fdbfbac4ac3211ee44414d697f2306a7f	\\x01cde03f2ff560e12026c4d83f959023f6f151b5820b0cbb6eebba9a20acf3a66e753e57d2fa4e6cfd1455c40c8c80bfdb51fef4d752d65ee241bd9f66377c456383053d27f31b6eb3d3200710b4c304f1e833e9455788ff384cf43c8a32f9836c90e490e25b68ee92a91ad96f21b5f5fc3c6fe4e520ce93c62c3c77d9be6885f92ba022573487673782500b371e0d1db013c935dae92625ea801ed8b7428430abdfcbb5f020eb6f547a4934e66123917471fb7ccd8a7ba177c27f4490fc849224bd89cf27b32d99f60597f40b5b9fad61f4fe14c314896d5e1ee090b83701f004324d7b98feb3efe92ce5faa217ac86e5206124c685fa2a96d463fc905685103479e4097b4fc7523295bdac73b38473b092f670a5b12acd1c5051acc2a9f1ecbf301cf89bc9cd2fe4a09af2ccde18c851ebc00679da26dd90d5a278fd1ca1ac1cfec8ac08502d0e90d31f7d2c5e64ce2d4dd31be05490af2d526512daa6	{"account":"default","orderId":"1480000500012-01","group":"1480000500012","position":1,"sequence":500012,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
2	1	43	2026-11-28 16:17:15.821+00	71271ba9-3d1e-4b9e-93db-9342b97ebc67	default	order	1480000500012-01	order_deleted	key:kept-dump	asked over the API	\\xd1edfc76e297e448c34921d3406c3a3fdbfbac4ac3211ee44414d697f2306a7f	\\x686a36d7c49b5276c19c5f47499177afccc1e9395da43183b7950e226f583e2e	\N	{}
1	1	44	2026-11-28 16:17:15.939+00	a4bf4edf-bc09-4183-b68b-06e16961600f	default	order	1480000500013-01	order_placed	key:kept-dump	asked over the API	\\x	\\x009161e49084a1a239d889cfb002f3c448c25a84516f439be230bb4afa440478	\\x01f8916b8680585776cf7e4d73933b46faf829c8ec5b84f0d5bcca2c846038887c963febf29cbd1b7a2d2924856f58fe24da0ad0ff54205dea937f8bfd1cb127a1cf72ba4425ac9beea4dff834543119e2e35ef6d9b06714e5b83a887d79f7461524dcdf8ed232ed22ae8a46c28a8f7dca48da85b2d4f1db5d3f8a57d210b5296f0eecd7c31ba5ea16c69621e45f1658882b9b001c50d7713409e3cdfd9207a8e7bfdd988624e02c43165bfcfddf16206dbd12282a8b10b1df4c3a7a17ee562029e89dac174e14ed5d528fa7d35effb921ad176a7f601d7cfbbd3661960b02079f75f066f09f86ab253fc2a661e79115a8891ccef4bc3b4de4b2b79c9a94f370a7110d497edfa609ea6515634fdfe8911b476787c3a10de6f982f1a6a7f822ba572e895c72df315ce0944719e76e40e13fb383130acac46a2d04f62856d80e4db860be1e3fc08cdadeba5a0325c52438b4e959369eacd4fd4351d5a36b73	{"account":"default","orderId":"1480000500013-01","group":"1480000500013","position":1,"sequence":500013,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"simple","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_approval","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"pending","starts":{"table":"simple","version":1}}]}
2	1	45	2026-11-28 16:17:16.027+00	aa9a7d5f-9720-4e60-bf5c-04f637d38903	default	order	1480000500013-01	payment_approved	key:kept-dump	asked over the API	\\x009161e49084a1a239d889cfb002f3c448c25a84516f439be230bb4afa440478	\\x0d3b6f2f7ae38c240ac0ce9b1cab6fe498bd7d7dffa01df7d5e484d479324295	\N	{"paymentId":"1","authorised":2930,"captured":2930,"confirmsStock":false,"moves":[]}
3	1	46	2026-11-28 16:17:16.078+00	4b11e081-10ef-4792-80d3-c6b6e12a4ff9	default	order	1480000500013-01	handling_started	key:kept-dump	asked over the API	\\x0d3b6f2f7ae38c240ac0ce9b1cab6fe498bd7d7dffa01df7d5e484d479324295	\\x565267f868be0b7eba49fa669a31b589e869586c1bd33ea303bf58bbb8f29446	\N	{"confirmsStock":true,"moves":[{"instance":"Marketplace","from":"pending","to":"processing"}]}
4	1	47	2026-11-28 16:17:16.173+00	e7f9b25d-fdcc-4856-92d6-09f9a9beec09	default	order	1480000500013-01	package_sent	key:kept-dump	asked over the API	\\x565267f868be0b7eba49fa669a31b589e869586c1bd33ea303bf58bbb8f29446	\\x811aae3902d326f8079dc5a3afd69886d7bb14f1a6853bacabb074618c6390ee	\N	{"packageId":"1","invoiceNumber":null,"items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"carrier":"Post","trackingNumber":null,"trackingUrl":null,"dispatchedAt":null,"consumesStock":true,"moves":[{"instance":"Marketplace","from":"processing","to":"shipped"}]}
5	1	48	2026-11-28 16:17:16.235+00	1bdb9759-bef5-4f95-8987-0c0d7daea62a	default	order	1480000500013-01	order_refunded	key:kept-dump	asked over the API	\\x811aae3902d326f8079dc5a3afd69886d7bb14f1a6853bacabb074618c6390ee	\\x5a15f4ebd443ad5b1ab4bc4098586d4b9a49b64cfc634a7612219ab655d1fa71	\\x0199286ff822a0ef5caf9a202bd9e545191ad1471c4606d19339029025a1e6965d1fb7e5015ee55a9a3dd44609d6	{"refunds":[{"paymentId":"1","amount":100}],"credited":100,"cancelled":null,"moves":[]}
1	1	49	2026-11-28 16:17:16.296+00	6d655ecc-edcc-4ae2-a88d-c38f0cb7dbdd	default	order	1480000500014-01	order_placed	key:kept-dump	asked over the API	\\x	\\x89070edaa7d40b165eb45c9d894c24f39c3fbd8701e587b706a9bfaff73ed984	\\x01143c106828243801def3f6ae793ad9ff59a62a3ba21bc8be9b785606e63cc75b7b9e029d425fefbb239e45c79c99dc73d400b3e8d0cdb8b311ef7ffe809f79b200988c92331fddcac941553e0837fea27e04d62770a0fcef164df2bd86ef7c71a69522fc80f58d67bb28f38f3bca4fdade00c5ffa849529931890eebd393fff060fce0883023bba14fe039e9a6636418a915a4147c8a11f8e7c0deeb04c2a732aa5f9c465c6f3ba38d28e5d00f91db96dcd110bf911d8e8482c2a1c5ebce389d16be34e2dbfee8f2fc78b2306e9b68907d99a38a3133404b8321bd1dbe1a95e553a5bc110f5ce963d83c29f02e4abeedd38deba8be99efe5c591078496281446e5206ac2aad2cd6963d0aa7af0a3894aeb0b472499c07a9d81c3966fb50460cab2b051c8830af88caffe5d092f28da0ae1b6187fbaf8418a40015c162440bb706d20e7ed95674edc3c84928c959e649c26e528c9283ba75b1b6a0f3e81	{"account":"default","orderId":"1480000500014-01","group":"1480000500014","position":1,"sequence":500014,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"free","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"New","starts":{"table":"free","version":1}}]}
2	1	50	2026-11-28 16:17:16.363+00	e686b4d9-e206-4ab3-8038-42ae7fdf99b0	default	order	1480000500014-01	status_set	key:kept-dump	asked over the API	\\x89070edaa7d40b165eb45c9d894c24f39c3fbd8701e587b706a9bfaff73ed984	\\x42e7b1485586e81439abfaed3762f2f359b0b45112d1c25e5c9a657c103bcd85	\N	{"status":"Processing","moves":[{"instance":"Marketplace","from":"New","to":"Processing"}]}
1	1	51	2026-11-28 16:17:16.419+00	d7b523b2-09fb-4ae6-a757-f122ac74b36b	default	order	1480000500015-01	order_placed	key:kept-dump	asked over the API	\\x	\\x1bb564c9abde6180008691ab06e51b508a0d13b30dbd72e113ddd9ace2482a92	\\x017144a64cf7f582701e4f15ce538a1ed2418d197b36fd7cb9c4d5da020a6d7f163062668adb731d4c4a868df431511ea68f90803218c1c7a0e46bab9c75c1737df49e7b8d0e3bb7038ffd8fa42aeb601a34213ccdd86f4f8ed798ad7d0a4c0420d52b51141f8da4379bed5a136f7a3e44c7526bd3fbb3a7bde1c0db61244ada509b604d5dc096fdd7c8bfa9296df0768a7a053c53ac3997760ea831ef53e4c8bf29fc47862f7cec2e19ad4339208a6d1c1d5ec961579a5c3fe995cd35276cd8e40b9ac44607af91176c480c5180fcbbd28c0fab805bdc65de5287ce517614857635fca5f6a8ce813506db28309ff33adced8525d932e68674f9f1c23745ee857c3a9f9b172b5c45ec147a42b58bcf7950da194de9d2406970	{"account":"default","orderId":"1480000500015-01","group":"1480000500015","position":1,"sequence":500015,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"marketplace","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","lines":[{"id":"1","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":2220,"discount":0,"net":2220,"share":{"discount":0,"shipping":0,"tax":0},"payable":2220}}],"deliveries":[{"id":"1","type":"pickup","method":null,"price":0,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2220,"discounts":0,"shipping":0,"tax":0,"adjustments":0,"total":2220},"payments":[{"id":"1","method":"card","amount":2220,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Marketplace","from":"on-order-completed","to":"waiting-for-authorization"}]}
1	1	52	2026-11-28 16:17:16.53+00	5ba15843-cf43-48b6-9035-4d8c83785f33	default	order	1480000500016-01	order_placed	key:kept-dump	asked over the API	\\x	\\x842d870fc2ca3e89b9cbe519cf0a8cde60323970d4a5af23365a2d380e03c48c	\\x018f6a7dc4d3d4afe2010b5112e0d852e5ca189c72259f483acd071d5569f4d18911efc48e4411ad658168dd4fd8dfe3985bcc86dfa534cec551bc9f53ce4951da31e35d2f4b2305248544e24704c2a350d0bd189c9bb01ace9db5abb5c3a153d01fa24436ce086b5c81d735813f2055194910456541276d2574e7a25f64ad24a9dedfb3beb60a3aa800a15057595eb3a9509f734a0038cbb939204ec0b157a279dd4369c2cb2c144f9c5861ef88db8dffe756a12863b4dd739816c8d7bea4ee9c840c987d1f284d36d6e1ff30f5958c0d6db972ee977d48deb70ae807f429d109bb5b9b5b3f438d0eeee8ca8265e4adb7bc924a0d63ca84fe8294f19c29abbb1e8b91f7fed8947f17a0eedb5425f3be6ffe994700e8344267	{"account":"default","orderId":"1480000500016-01","group":"1480000500016","position":1,"sequence":500016,"externalIds":{},"store":"default","channel":"default","origin":"Fulfillment","currency":"EUR","rounding":"half_up","workflow":"fulfillment","windowSeconds":0,"placementDeadline":null,"links":[{"role":"marketplace","account":"default","orderId":"1480000500015-01"}],"customerId":"C-STAYS","lines":[{"id":"1","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":2220,"discount":0,"net":2220,"share":{"discount":0,"shipping":0,"tax":0},"payable":2220}}],"deliveries":[{"id":"1","type":"pickup","method":null,"price":0,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2220,"discounts":0,"shipping":0,"tax":0,"adjustments":0,"total":2220},"payments":[],"tags":[],"hasNote":false,"moves":[{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"}]}
2	1	53	2026-11-28 16:17:16.53+00	5ba15843-cf43-48b6-9035-4d8c83785f33	default	order	1480000500015-01	order_accepted	key:kept-dump	asked over the API	\\x1bb564c9abde6180008691ab06e51b508a0d13b30dbd72e113ddd9ace2482a92	\\xf02838a2c563d1fa8b903686502934db87db0bf68975ec5e16b4c1974336e98f	\N	{"link":{"role":"seller","account":"default","orderId":"1480000500016-01"},"moves":[{"instance":"Marketplace","from":"waiting-for-authorization","to":"payment-pending"}]}
3	1	54	2026-11-28 16:17:16.63+00	4c8ef41e-2cd2-40a3-b69e-9c33ff59f7e4	default	order	1480000500015-01	payment_approved	key:kept-dump	asked over the API	\\xf02838a2c563d1fa8b903686502934db87db0bf68975ec5e16b4c1974336e98f	\\xc424f2fc713bfc47a7400f9d1144f2e88e37d5cf587a0691e6c1ba4c548f6f5f	\N	{"paymentId":"1","authorised":2220,"captured":0,"confirmsStock":true,"moves":[{"instance":"Marketplace","from":"payment-pending","to":"approve-payment"},{"instance":"Marketplace","from":"approve-payment","to":"payment-approved"}]}
2	1	55	2026-11-28 16:17:16.63+00	4c8ef41e-2cd2-40a3-b69e-9c33ff59f7e4	default	order	1480000500016-01	fulfilment_authorised	key:kept-dump	asked over the API	\\x842d870fc2ca3e89b9cbe519cf0a8cde60323970d4a5af23365a2d380e03c48c	\\x6949ff8d6736450177559c2b78f852408acc1a84219080efda1f5643cd1ac8fc	\N	{"confirmsStock":true,"moves":[{"instance":"Fulfillment","from":"waiting-ffmt-authorization","to":"authorize-fulfillment"},{"instance":"Fulfillment","from":"authorize-fulfillment","to":"window-to-cancel"},{"instance":"Fulfillment","from":"window-to-cancel","to":"ready-for-handling"}]}
3	1	56	2026-11-28 16:17:16.697+00	ca43a71f-3f9a-45f9-99d7-6c26ae0fb351	default	order	1480000500016-01	handling_started	key:kept-dump	asked over the API	\\x6949ff8d6736450177559c2b78f852408acc1a84219080efda1f5643cd1ac8fc	\\xb6fc932da34bbdaebd9f35daa03757c038a0b88852ea78fea4b3ad3084f1333b	\N	{"confirmsStock":false,"moves":[{"instance":"Fulfillment","from":"ready-for-handling","to":"start-handling"},{"instance":"Fulfillment","from":"start-handling","to":"handling"}]}
1	1	57	2026-11-28 16:17:16.734+00	80f07393-6bd3-4b71-8764-d34d3954c6ee	default	order	1480000500017-01	order_placed	key:kept-dump	asked over the API	\\x	\\x024190b7ed51cc5f09c906133b866691b374cb1dfd689a7ae5554768189766d8	\\x01505b240320fa96a98e8ec2405c3ecf9c469685af6d800cf0ae26b9f95a08353ce393c92cf1be9c576bf5c6b1337830e27e1caa0b5ec842eabfaaf1848daf61003872d44d020bec6708b89b04e21a71842ead42b1c1f16e3862a173d64f75dc18a12934e5e9346b5d3c2fcda83df2529a58a26afe3c88e63605a2ce2d70bbadc1fe9468ae02b1bf133492dc4a15f53ad874e88a69b3b60c4b359a55b1a819860831b1af1c482846a5824bb03e1e9af54c3ceef918768e2409a794bef822686068101856eb5ffa2821e712ef32e40c1a48de56054fa3d6c2074d97aeb85877199045d9abc2428f3c0dcf7f06f028bbc36f5f7abd9be4567ff3f94bcefffbfe331fed8d2d8136669e3694fbd2aad8dc4173dfcf69e514bfb7ba630cf12639165ba9405e09c61f438693ffd74ad2a26b12718ab786a25ad110567eaeafa0014cbaceac01819e353c29f3221232266f0b66bc589257dad7d93067ef57e33d73e404c43e2a4391	{"account":"default","orderId":"1480000500017-01","group":"1480000500017","position":1,"sequence":500017,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-GONE","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
1	1	58	2026-11-28 16:17:16.828+00	33cd9b5a-9e52-464c-9cd8-3092d74072bd	default	order	1480000500018-01	order_placed	key:kept-dump	asked over the API	\\x	\\x7504730e7d0878de2d6a8ac5d7e98522d9397d185dcce605ebf133686950f9d2	\\x01b36b609e9e925d82f193f5bac6c0ab2ca4d43cee9b24dc443bfc0cc0cc35953dd9064299eb9330ca84f04e79f655b91a3023ce378e691a3fadfafa09a0df67f841d440f351d49536209e002364f7c6d895ea51dc074d3ed1b5da5316d743d7b662ffa5bb0d4b59e00640d19e6b23e220289c2a36f678c6e3bba9dd1bc734ca8674522e4f5e02a0a833573a486c43b2f5bd1cbd8157a52c7cf0220a5e015b94b9120e8e469b0007cb8cbe129884901a852ad04a576c5e5442a83e530300fe29722b1a4f3602ec6bc9afba35fe2b1686a9bb696312ad1049c84209d938b7a7b737ca92e17f215266abf832579c194d2bc5682e058084239263e5056ecfd3c2c82d9c31f74167d634676cd3344a98979e703a7c38817870f64c23403b4f775db171125ea3efca3fa240d9ec6820c754f8c1c9d10e41d9405e0169e18d367f76cb1a1dc5033db5504012c47b2d85420387c233b68ecdc585e09e9dd6da3fd793985e155fcaea	{"account":"default","orderId":"1480000500018-01","group":"1480000500018","position":1,"sequence":500018,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-GONE","lines":[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}],"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null}],"discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"payments":[{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}],"tags":[],"hasNote":false,"moves":[{"instance":"Marketplace","from":null,"to":"order-created","starts":{"table":"marketplace","version":1}},{"instance":"Marketplace","from":"order-created","to":"on-order-completed"},{"instance":"Fulfillment","from":null,"to":"order-accepted","starts":{"table":"fulfillment","version":1}},{"instance":"Fulfillment","from":"order-accepted","to":"on-order-completed-ffm"},{"instance":"Fulfillment","from":"on-order-completed-ffm","to":"waiting-ffmt-authorization"},{"instance":"Marketplace","from":"on-order-completed","to":"payment-pending"}]}
2	1	59	2026-11-28 16:17:16.913+00	02be72a4-b59f-4090-baf1-446a8e21a3b1	default	order	1480000500018-01	payment_approved	key:kept-dump	asked over the API	\\x7504730e7d0878de2d6a8ac5d7e98522d9397d185dcce605ebf133686950f9d2	\\x1ad5d042af867727d68284199ec9ee675cae24304a3b55ae85eea24785c9ab44	\N	{"paymentId":"1","authorised":2930,"captured":0,"confirmsStock":true,"moves":[{"instance":"Marketplace","from":"payment-pending","to":"approve-payment"},{"instance":"Marketplace","from":"approve-payment","to":"payment-approved"},{"instance":"Fulfillment","from":"waiting-ffmt-authorization","to":"authorize-fulfillment"},{"instance":"Fulfillment","from":"authorize-fulfillment","to":"window-to-cancel"},{"instance":"Fulfillment","from":"window-to-cancel","to":"ready-for-handling"}]}
3	1	60	2026-11-28 16:17:16.99+00	8e09a17d-d32f-4b09-8eb5-93da8e2fc7c1	default	order	1480000500018-01	handling_started	key:kept-dump	asked over the API	\\x1ad5d042af867727d68284199ec9ee675cae24304a3b55ae85eea24785c9ab44	\\x2d769de7e56c3d2e91c6e0162a497842e22c5efa94e210383a333328998966f9	\N	{"confirmsStock":false,"moves":[{"instance":"Fulfillment","from":"ready-for-handling","to":"start-handling"},{"instance":"Fulfillment","from":"start-handling","to":"handling"}]}
2	1	63	2026-11-28 16:17:22.905+00	980f2d35-32ad-4393-9ef0-e8c161dbda9e	default	order	1480000500017-01	person_forgotten	cli	request 1	\\x024190b7ed51cc5f09c906133b866691b374cb1dfd689a7ae5554768189766d8	\\xe3bac3c3e26cdfd480cb5cef673a1b1c606ee388b35d41cfe01343522b235f23	\N	{}
6	1	64	2026-11-28 16:17:23.364+00	243ad6d5-fc0b-49a7-8a73-afbac63e7606	default	order	1480000500018-01	person_forgotten	cli	request 1	\\x8de701ad2c48438392d73aa7d187c9a9451e6e6772f9bf787095b307a038e644	\\xb66464e13e7aa604f500006cd58e425b86ad18ad26935018461515b03ba61998	\N	{}
\.

copy forgotten_subjects (account, subject, forgotten_at, certificate) from stdin;
default	customer:C-GONE	2026-11-28 16:17:22.826+00	{"keys": 2, "rows": {"customers": 1}, "orders": [{"hash": "e3bac3c3e26cdfd480cb5cef673a1b1c606ee388b35d41cfe01343522b235f23", "orderId": "1480000500017-01", "version": 2}, {"hash": "b66464e13e7aa604f500006cd58e425b86ad18ad26935018461515b03ba61998", "orderId": "1480000500018-01", "version": 6}], "account": "default", "subject": "customer:C-GONE", "forgottenAt": "2026-11-28T16:17:22.826Z"}
\.

copy installation (name, value) from stdin;
secret	rx9rus0zjgFGppW5f7KHnye-gnD3090hRj9fHtyU144
\.

copy number_blocks (account, kind, next) from stdin;
default	order_sequence	501001
\.

copy order_external_ids (account, source, external_id, order_id) from stdin;
default	market	M-1	1480000500002-01
default	shop	S-1	1480000500002-01
\.

copy order_list (created_at, updated_at, due_at, sequence, total, due_amount, version, group_position, pieces, complete, deleted, has_note, account, order_id, order_group, status, orion_status, virto_status, stage, payment_state, shipping_state, store, channel, origin, workflow, currency, customer_id, assignee, buyer_name, buyer_email, sellers, tags, external_ids, tokens) from stdin;
2026-11-28 16:17:11.5+00	2026-11-28 16:17:11.5+00	\N	500001	2930	2930	1	1	4	f	f	f	default	1480000500001-01	1480000500001	incomplete	pending	New	placing	none	none	default	default	Marketplace	complete	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500001' 'nowu1480000500001-01=o' 'nowu1480000500001=g' 'nowu500001=n' 'nowuassam' 'nowubrown' 'nowuc-stays=m' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhofer' 'nowuincomplete=f' 'nowuincomplete=s' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunew=sv' 'nowunone=h' 'nowunone=p' 'nowupending=so' 'nowuplacing=st' 'nowupot' 'nowupot-1=k' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:12.268+00	2026-11-28 16:17:13.456+00	\N	500002	2930	2930	5	1	4	t	f	t	default	1480000500002-01	1480000500002	payment-pending	pending	Not paid	paying	pending	none	default	default	Marketplace	complete	EUR	C-STAYS	desk-2	Mia Hofer	mia@example.test	{}	{gift,vip}	{shop:S-1,market:M-1}	'nowu100' 'nowu1480000500002' 'nowu1480000500002-01=o' 'nowu1480000500002=g' 'nowu500002=n' 'nowuassam' 'nowubrown' 'nowuc-stays=m' 'nowudefault=b' 'nowudefault=c' 'nowudesk-2=a' 'nowueur=y' 'nowuexample' 'nowugift' 'nowugift=t' 'nowuhofer' 'nowum-1=x' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowunot paid=sv' 'nowunote=f' 'nowupaying=st' 'nowupayment-pending=s' 'nowupayment-pending=sx' 'nowupending=p' 'nowupending=so' 'nowupot' 'nowupot-1=k' 'nowus-1=x' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuvip=t' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:13.524+00	2026-11-28 16:17:13.617+00	\N	500003	2930	2930	2	1	4	t	f	f	default	1480000500003-01	1480000500003	window-to-cancel	processing	Processing	handling	authorised	none	default	default	Marketplace	complete	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500003' 'nowu1480000500003-01=o' 'nowu1480000500003=g' 'nowu500003=n' 'nowuassam' 'nowuauthorised=p' 'nowubrown' 'nowuc-stays=m' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhandling=st' 'nowuhofer' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowupot' 'nowupot-1=k' 'nowuprocessing=so' 'nowuprocessing=sv' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuwindow-to-cancel=s' 'nowuwindow-to-cancel=sx' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:13.683+00	2026-11-28 16:17:13.834+00	\N	500004	1080	1080	2	1	1	t	f	f	default	1480000500004-01	1480000500004	ready-for-handling	processing	Processing	handling	authorised	none	default	default	Marketplace	complete	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500004' 'nowu1480000500004-01=o' 'nowu1480000500004=g' 'nowu500004=n' 'nowuassam' 'nowuauthorised=p' 'nowuc-stays=m' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowuexample' 'nowuhandling=st' 'nowuhofer' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowuprocessing=so' 'nowuprocessing=sv' 'nowuready-for-handling=s' 'nowuready-for-handling=sx' 'nowutea' 'nowutea-100=k' 'nowutest'
2026-11-28 16:17:13.87+00	2026-11-28 16:17:13.944+00	\N	500005	2930	2930	3	1	4	t	f	f	default	1480000500005-01	1480000500005	handling	processing	Processing	handling	authorised	none	default	default	Marketplace	complete	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500005' 'nowu1480000500005-01=o' 'nowu1480000500005=g' 'nowu500005=n' 'nowuassam' 'nowuauthorised=p' 'nowubrown' 'nowuc-stays=m' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhandling=s' 'nowuhandling=st' 'nowuhandling=sx' 'nowuhofer' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowupot' 'nowupot-1=k' 'nowuprocessing=so' 'nowuprocessing=sv' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:13.979+00	2026-11-28 16:17:14.19+00	\N	500006	2930	2340	4	1	4	t	f	f	default	1480000500006-01	1480000500006	handling	processing	Processing	handling	partly_paid	none	default	default	Marketplace	complete	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500006' 'nowu1480000500006-01=o' 'nowu1480000500006=g' 'nowu500006=n' 'nowua-1=d' 'nowuassam' 'nowubrown' 'nowuc-stays=m' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhandling=s' 'nowuhandling=st' 'nowuhandling=sx' 'nowuhofer' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowupartly_paid=p' 'nowupot' 'nowupot-1=k' 'nowuprocessing=so' 'nowuprocessing=sv' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:14.274+00	2026-11-28 16:17:14.554+00	\N	500007	2930	0	6	1	4	t	f	f	default	1480000500007-01	1480000500007	invoiced	shipped	Completed	travelling	paid	shipped	default	default	Marketplace	complete	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500007' 'nowu1480000500007-01=o' 'nowu1480000500007=g' 'nowu500007=n' 'nowua-2=d' 'nowuassam' 'nowubrown' 'nowuc-stays=m' 'nowucompleted=sv' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhofer' 'nowuinvoiced=s' 'nowuinvoiced=sx' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowupaid=p' 'nowupot' 'nowupot-1=k' 'nowurr1at=d' 'nowushipped=h' 'nowushipped=so' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowutravelling=st' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:14.577+00	2026-11-28 16:17:14.973+00	\N	500008	2930	0	7	1	4	t	f	f	default	1480000500008-01	1480000500008	invoiced	delivered	Completed	received	partly_refunded	delivered	default	default	Marketplace	complete	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500008' 'nowu1480000500008-01=o' 'nowu1480000500008=g' 'nowu500008=n' 'nowua-3=d' 'nowuassam' 'nowubrown' 'nowuc-stays=m' 'nowucompleted=sv' 'nowudefault=b' 'nowudefault=c' 'nowudelivered=h' 'nowudelivered=so' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhofer' 'nowuinvoiced=s' 'nowuinvoiced=sx' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowupartly_refunded=p' 'nowupot' 'nowupot-1=k' 'nowur-1=d' 'nowureceived=st' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:15.129+00	2026-11-28 16:17:15.361+00	\N	500009	2930	0	4	1	4	t	f	f	default	1480000500009-01	1480000500009	canceled	cancelled	Cancelled	ended	cancelled	none	default	default	Marketplace	complete	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500009' 'nowu1480000500009-01=o' 'nowu1480000500009=g' 'nowu500009=n' 'nowuassam' 'nowubrown' 'nowuc-stays=m' 'nowucanceled=s' 'nowucanceled=sx' 'nowucancelled=p' 'nowucancelled=so' 'nowucancelled=sv' 'nowudefault=b' 'nowudefault=c' 'nowuended=st' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhofer' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowupot' 'nowupot-1=k' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:15.408+00	2026-11-28 16:17:15.582+00	\N	500010	2930	2930	4	1	4	t	f	f	default	1480000500010-01	1480000500010	waiting-for-seller-decision	processing	Processing	handling	authorised	none	default	default	Marketplace	complete	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500010' 'nowu1480000500010-01=o' 'nowu1480000500010=g' 'nowu500010=n' 'nowuassam' 'nowuauthorised=p' 'nowubrown' 'nowuc-stays=m' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhandling=st' 'nowuhofer' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowupot' 'nowupot-1=k' 'nowuprocessing=so' 'nowuprocessing=sv' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuwaiting-for-seller-decision=s' 'nowuwaiting-for-seller-decision=sx' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:15.664+00	2026-11-28 16:17:15.709+00	\N	500011	2930	0	3	1	4	t	f	f	default	1480000500011-01	1480000500011	canceled	cancelled	Cancelled	ended	denied	none	default	default	Marketplace	complete	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500011' 'nowu1480000500011-01=o' 'nowu1480000500011=g' 'nowu500011=n' 'nowuassam' 'nowubrown' 'nowuc-stays=m' 'nowucanceled=s' 'nowucanceled=sx' 'nowucancelled=so' 'nowucancelled=sv' 'nowudefault=b' 'nowudefault=c' 'nowudenied=p' 'nowuended=st' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhofer' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowupot' 'nowupot-1=k' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:15.753+00	2026-11-28 16:17:15.821+00	\N	500012	2930	2930	2	1	4	t	t	f	default	1480000500012-01	1480000500012	payment-pending	pending	Not paid	paying	pending	none	default	default	Marketplace	complete	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500012' 'nowu1480000500012-01=o' 'nowu1480000500012=g' 'nowu500012=n' 'nowuassam' 'nowubrown' 'nowuc-stays=m' 'nowudefault=b' 'nowudefault=c' 'nowudeleted=f' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhofer' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowunot paid=sv' 'nowupaying=st' 'nowupayment-pending=s' 'nowupayment-pending=sx' 'nowupending=p' 'nowupending=so' 'nowupot' 'nowupot-1=k' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:15.939+00	2026-11-28 16:17:16.235+00	\N	500013	2930	0	5	1	4	t	f	f	default	1480000500013-01	1480000500013	shipped	shipped	Completed	handing_over	partly_refunded	shipped	default	default	Marketplace	simple	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500013' 'nowu1480000500013-01=o' 'nowu1480000500013=g' 'nowu500013=n' 'nowuassam' 'nowubrown' 'nowuc-stays=m' 'nowucompleted=sv' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhanding_over=st' 'nowuhofer' 'nowuinvoiced=sx' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowupartly_refunded=p' 'nowupot' 'nowupot-1=k' 'nowushipped=h' 'nowushipped=s' 'nowushipped=so' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:16.296+00	2026-11-28 16:17:16.363+00	\N	500014	2930	2930	2	1	4	t	f	f	default	1480000500014-01	1480000500014	Processing	processing	Processing	handling	none	none	default	default	Marketplace	free	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu100' 'nowu1480000500014' 'nowu1480000500014-01=o' 'nowu1480000500014=g' 'nowu500014=n' 'nowuassam' 'nowubrown' 'nowuc-stays=m' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowuexample' 'nowugift' 'nowuhandling=st' 'nowuhandling=sx' 'nowuhofer' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowunone=p' 'nowupot' 'nowupot-1=k' 'nowuprocessing=s' 'nowuprocessing=so' 'nowuprocessing=sv' 'nowutea' 'nowutea-100=k' 'nowutest' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:16.419+00	2026-11-28 16:17:16.63+00	\N	500015	2220	2220	3	1	2	t	f	f	default	1480000500015-01	1480000500015	payment-approved	processing	Processing	handling	authorised	none	default	default	Marketplace	marketplace	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu1480000500015' 'nowu1480000500015-01=o' 'nowu1480000500015=g' 'nowu500015=n' 'nowuauthorised=p' 'nowubrown' 'nowuc-stays=m' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowuexample' 'nowuhandling=st' 'nowuhofer' 'nowumarketplace=r' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowupayment-approved=s' 'nowupayment-approved=sx' 'nowupot' 'nowupot-1=k' 'nowuprocessing=so' 'nowuprocessing=sv' 'nowutest'
2026-11-28 16:17:16.53+00	2026-11-28 16:17:16.697+00	\N	500016	2220	2220	3	1	2	t	f	f	default	1480000500016-01	1480000500016	handling	processing	Processing	handling	none	none	default	default	Fulfillment	fulfillment	EUR	C-STAYS	\N	Mia Hofer	mia@example.test	{}	{}	{}	'nowu1480000500016' 'nowu1480000500016-01=o' 'nowu1480000500016=g' 'nowu500016=n' 'nowubrown' 'nowuc-stays=m' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowuexample' 'nowufulfillment=r' 'nowuhandling=s' 'nowuhandling=st' 'nowuhandling=sx' 'nowuhofer' 'nowumia' 'nowumia@example.test=e' 'nowunone=h' 'nowunone=p' 'nowupot' 'nowupot-1=k' 'nowuprocessing=so' 'nowuprocessing=sv' 'nowutest'
2026-11-28 16:17:16.734+00	2026-11-28 16:17:22.905+00	\N	500017	2930	2930	2	1	4	t	f	f	default	1480000500017-01	1480000500017	payment-pending	pending	Not paid	paying	pending	none	default	default	Marketplace	complete	EUR	C-GONE	\N	\N	\N	{}	{}	{}	'nowu100' 'nowu1480000500017' 'nowu1480000500017-01=o' 'nowu1480000500017=g' 'nowu500017=n' 'nowuassam' 'nowubrown' 'nowuc-gone=m' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowugift' 'nowumarketplace=r' 'nowunone=h' 'nowunot paid=sv' 'nowupaying=st' 'nowupayment-pending=s' 'nowupayment-pending=sx' 'nowupending=p' 'nowupending=so' 'nowupot' 'nowupot-1=k' 'nowutea' 'nowutea-100=k' 'nowuwrap' 'nowuwrap=k'
2026-11-28 16:17:16.828+00	2026-11-28 16:17:23.364+00	\N	500018	2930	0	6	1	4	t	f	f	default	1480000500018-01	1480000500018	invoiced	shipped	Completed	handing_over	paid	shipped	default	default	Marketplace	complete	EUR	C-GONE	\N	\N	\N	{}	{}	{}	'nowu100' 'nowu1480000500018' 'nowu1480000500018-01=o' 'nowu1480000500018=g' 'nowu500018=n' 'nowua-4=d' 'nowuassam' 'nowubrown' 'nowuc-gone=m' 'nowucompleted=sv' 'nowudefault=b' 'nowudefault=c' 'nowueur=y' 'nowugift' 'nowuhanding_over=st' 'nowuinvoiced=s' 'nowuinvoiced=sx' 'nowumarketplace=r' 'nowupaid=p' 'nowupot' 'nowupot-1=k' 'nowushipped=h' 'nowushipped=so' 'nowutea' 'nowutea-100=k' 'nowuwrap' 'nowuwrap=k'
\.

copy order_rollup_deltas (account, id, day, status, origin, channel, store, currency, orders, amount, amount_sq) from stdin;
default	1	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	2	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	3	2026-11-28	window-to-cancel	Marketplace	default	default	EUR	1	2930	8584900
default	4	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-2930	-8584900
default	5	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	1080	1166400
default	6	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-1080	-1166400
default	7	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	1	1080	1166400
default	8	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	9	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-2930	-8584900
default	10	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	1	2930	8584900
default	11	2026-11-28	handling	Marketplace	default	default	EUR	1	2930	8584900
default	12	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	-1	-2930	-8584900
default	13	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	14	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-2930	-8584900
default	15	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	1	2930	8584900
default	16	2026-11-28	handling	Marketplace	default	default	EUR	1	2930	8584900
default	17	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	-1	-2930	-8584900
default	18	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	19	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-2930	-8584900
default	20	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	1	2930	8584900
default	21	2026-11-28	handling	Marketplace	default	default	EUR	1	2930	8584900
default	22	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	-1	-2930	-8584900
default	23	2026-11-28	handling	Marketplace	default	default	EUR	-1	-2930	-8584900
default	24	2026-11-28	invoiced	Marketplace	default	default	EUR	1	2930	8584900
default	25	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	26	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-2930	-8584900
default	27	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	1	2930	8584900
default	28	2026-11-28	handling	Marketplace	default	default	EUR	1	2930	8584900
default	29	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	-1	-2930	-8584900
default	30	2026-11-28	handling	Marketplace	default	default	EUR	-1	-2930	-8584900
default	31	2026-11-28	invoiced	Marketplace	default	default	EUR	1	2930	8584900
default	32	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	33	2026-11-28	window-to-cancel	Marketplace	default	default	EUR	1	2930	8584900
default	34	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-2930	-8584900
default	35	2026-11-28	window-to-cancel	Marketplace	default	default	EUR	-1	-2930	-8584900
default	36	2026-11-28	canceled	Marketplace	default	default	EUR	1	2930	8584900
default	37	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	38	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-2930	-8584900
default	39	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	1	2930	8584900
default	40	2026-11-28	handling	Marketplace	default	default	EUR	1	2930	8584900
default	41	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	-1	-2930	-8584900
default	42	2026-11-28	handling	Marketplace	default	default	EUR	-1	-2930	-8584900
default	43	2026-11-28	waiting-for-seller-decision	Marketplace	default	default	EUR	1	2930	8584900
default	44	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	45	2026-11-28	canceled	Marketplace	default	default	EUR	1	2930	8584900
default	46	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-2930	-8584900
default	47	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	48	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-2930	-8584900
default	49	2026-11-28	pending	Marketplace	default	default	EUR	1	2930	8584900
default	50	2026-11-28	pending	Marketplace	default	default	EUR	-1	-2930	-8584900
default	51	2026-11-28	processing	Marketplace	default	default	EUR	1	2930	8584900
default	52	2026-11-28	shipped	Marketplace	default	default	EUR	1	2930	8584900
default	53	2026-11-28	processing	Marketplace	default	default	EUR	-1	-2930	-8584900
default	54	2026-11-28	New	Marketplace	default	default	EUR	1	2930	8584900
default	55	2026-11-28	New	Marketplace	default	default	EUR	-1	-2930	-8584900
default	56	2026-11-28	Processing	Marketplace	default	default	EUR	1	2930	8584900
default	57	2026-11-28	waiting-for-authorization	Marketplace	default	default	EUR	1	2220	4928400
default	58	2026-11-28	waiting-ffmt-authorization	Fulfillment	default	default	EUR	1	2220	4928400
default	59	2026-11-28	waiting-for-authorization	Marketplace	default	default	EUR	-1	-2220	-4928400
default	60	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2220	4928400
default	61	2026-11-28	payment-approved	Marketplace	default	default	EUR	1	2220	4928400
default	62	2026-11-28	waiting-ffmt-authorization	Fulfillment	default	default	EUR	-1	-2220	-4928400
default	63	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-2220	-4928400
default	64	2026-11-28	ready-for-handling	Fulfillment	default	default	EUR	1	2220	4928400
default	65	2026-11-28	ready-for-handling	Fulfillment	default	default	EUR	-1	-2220	-4928400
default	66	2026-11-28	handling	Fulfillment	default	default	EUR	1	2220	4928400
default	67	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	68	2026-11-28	payment-pending	Marketplace	default	default	EUR	1	2930	8584900
default	69	2026-11-28	payment-pending	Marketplace	default	default	EUR	-1	-2930	-8584900
default	70	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	1	2930	8584900
default	71	2026-11-28	handling	Marketplace	default	default	EUR	1	2930	8584900
default	72	2026-11-28	ready-for-handling	Marketplace	default	default	EUR	-1	-2930	-8584900
default	73	2026-11-28	handling	Marketplace	default	default	EUR	-1	-2930	-8584900
default	74	2026-11-28	invoiced	Marketplace	default	default	EUR	1	2930	8584900
\.

copy orders (version, state_schema, account, order_id, hash, head, lines, documents, carried) from stdin;
1	1	default	1480000500001-01	\\x9ebd3ca0c0234ca6b3b3d230abfd444b970c9cd55d5b2aa2a3cb67fd1fd79ea9	{"account":"default","orderId":"1480000500001-01","group":"1480000500001","position":1,"sequence":500001,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":"2026-11-28T16:22:11.500Z","links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":1,"createdAt":"2026-11-28T16:17:11.500Z","updatedAt":"2026-11-28T16:17:11.500Z","placedBy":"key:kept-dump","complete":false,"instances":[],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"receivable":2930,"sold":-2440,"shipping":-490},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":null,"invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
3	1	default	1480000500015-01	\\xc424f2fc713bfc47a7400f9d1144f2e88e37d5cf587a0691e6c1ba4c548f6f5f	{"account":"default","orderId":"1480000500015-01","group":"1480000500015","position":1,"sequence":500015,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"marketplace","windowSeconds":0,"placementDeadline":null,"links":[{"role":"seller","account":"default","orderId":"1480000500016-01"}],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2220,"discounts":0,"shipping":0,"tax":0,"adjustments":0,"total":2220},"tags":[],"version":3,"createdAt":"2026-11-28T16:17:16.419Z","updatedAt":"2026-11-28T16:17:16.630Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"payment-approved","since":"2026-11-28T16:17:16.630Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"pickup","method":null,"price":0,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":null}],"ledger":{"receivable":2220,"sold":-2220,"authorised":2220,"authorisations":-2220},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:16.630Z","invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":2220,"discount":0,"net":2220,"share":{"discount":0,"shipping":0,"tax":0},"payable":2220}}]	{"payment":{"1":{"id":"1","method":"card","amount":2220,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"approved","answeredAt":"2026-11-28T16:17:16.630Z","authorised":2220,"captured":0,"voided":0,"refunded":0}},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
5	1	default	1480000500002-01	\\xa9f792dc82aa6114d3985c5c5c3439979c3f8b03d18339160ffc74aed3a38735	{"account":"default","orderId":"1480000500002-01","group":"1480000500002","position":1,"sequence":500002,"externalIds":{"shop":"S-1","market":"M-1"},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":["gift","vip"],"version":5,"createdAt":"2026-11-28T16:17:12.268Z","updatedAt":"2026-11-28T16:17:13.456Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"payment-pending","since":"2026-11-28T16:17:12.268Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"waiting-ffmt-authorization","since":"2026-11-28T16:17:12.268Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"receivable":2930,"sold":-2440,"shipping":-490},"cancellationRequests":[],"cancellation":null,"assignee":"desk-2","authorisedAt":null,"invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{"gift":true},"attachments":{"vtex":{"a":[1]}},"lineAttachments":{},"notes":[{"id":"1","at":"2026-11-28T16:17:12.614Z","by":"key:kept-dump","text":"Ring twice"}],"log":[{"id":"1","at":"2026-11-28T16:17:13.456Z","source":"erp","message":"seen"}]}
2	1	default	1480000500003-01	\\x497d0e1f6fefa718faa7a7149d254e3b35ba54fa4ae360b6de3ad83fbe60d1b6	{"account":"default","orderId":"1480000500003-01","group":"1480000500003","position":1,"sequence":500003,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":31536000,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":2,"createdAt":"2026-11-28T16:17:13.524Z","updatedAt":"2026-11-28T16:17:13.617Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"payment-approved","since":"2026-11-28T16:17:13.617Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"window-to-cancel","since":"2026-11-28T16:17:13.617Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"receivable":2930,"sold":-2440,"shipping":-490,"authorised":2930,"authorisations":-2930},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:13.617Z","invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"approved","answeredAt":"2026-11-28T16:17:13.617Z","authorised":2930,"captured":0,"voided":0,"refunded":0}},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
2	1	default	1480000500004-01	\\xcbb36afded210bbb2a59ffe47fe2ecf944403c41b94849625658a12e40b532b4	{"account":"default","orderId":"1480000500004-01","group":"1480000500004","position":1,"sequence":500004,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":590,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":1080},"tags":[],"version":2,"createdAt":"2026-11-28T16:17:13.683Z","updatedAt":"2026-11-28T16:17:13.834Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"payment-approved","since":"2026-11-28T16:17:13.834Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"ready-for-handling","since":"2026-11-28T16:17:13.834Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"receivable":1080,"sold":-590,"shipping":-490,"authorised":1080,"authorisations":-1080},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:13.834Z","invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"shop","state":"confirmed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":590,"discount":0,"net":590,"share":{"discount":0,"shipping":490,"tax":0},"payable":1080}}]	{"payment":{"1":{"id":"1","method":"pix","amount":1080,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"approved","answeredAt":"2026-11-28T16:17:13.834Z","authorised":1080,"captured":0,"voided":0,"refunded":0}},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
3	1	default	1480000500016-01	\\xb6fc932da34bbdaebd9f35daa03757c038a0b88852ea78fea4b3ad3084f1333b	{"account":"default","orderId":"1480000500016-01","group":"1480000500016","position":1,"sequence":500016,"externalIds":{},"store":"default","channel":"default","origin":"Fulfillment","currency":"EUR","rounding":"half_up","workflow":"fulfillment","windowSeconds":0,"placementDeadline":null,"links":[{"role":"marketplace","account":"default","orderId":"1480000500015-01"}],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2220,"discounts":0,"shipping":0,"tax":0,"adjustments":0,"total":2220},"tags":[],"version":3,"createdAt":"2026-11-28T16:17:16.530Z","updatedAt":"2026-11-28T16:17:16.697Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"handling","since":"2026-11-28T16:17:16.697Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"pickup","method":null,"price":0,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":null}],"ledger":{"receivable":2220,"sold":-2220},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:16.630Z","invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":2220,"discount":0,"net":2220,"share":{"discount":0,"shipping":0,"tax":0},"payable":2220}}]	{"payment":{},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
3	1	default	1480000500005-01	\\xfb3fca2a5bbd54ebcc730d60ea5740e115062dac06555b6a86d53def2496b88a	{"account":"default","orderId":"1480000500005-01","group":"1480000500005","position":1,"sequence":500005,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":3,"createdAt":"2026-11-28T16:17:13.870Z","updatedAt":"2026-11-28T16:17:13.944Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"payment-approved","since":"2026-11-28T16:17:13.906Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"handling","since":"2026-11-28T16:17:13.944Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"receivable":2930,"sold":-2440,"shipping":-490,"authorised":2930,"authorisations":-2930},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:13.906Z","invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"approved","answeredAt":"2026-11-28T16:17:13.906Z","authorised":2930,"captured":0,"voided":0,"refunded":0}},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
4	1	default	1480000500006-01	\\xe448bb487c56edbb47370324b48cab6f96cb8cc5aac9d2a3a0805fc7813f7934	{"account":"default","orderId":"1480000500006-01","group":"1480000500006","position":1,"sequence":500006,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":4,"createdAt":"2026-11-28T16:17:13.979Z","updatedAt":"2026-11-28T16:17:14.190Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"payment-approved","since":"2026-11-28T16:17:14.190Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"handling","since":"2026-11-28T16:17:14.190Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"receivable":2340,"sold":-2440,"shipping":-490,"authorised":2340,"authorisations":-2340,"captured":590},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:14.029Z","invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":1},"invoiced":1,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"approved","answeredAt":"2026-11-28T16:17:14.029Z","authorised":2930,"captured":590,"voided":0,"refunded":0}},"invoice":{"A-1":{"number":"A-1","value":590,"items":[{"lineId":"1","quantity":1}],"inferred":false,"issuedAt":"2026-11-28T16:17:14.190Z","recordedAt":"2026-11-28T16:17:14.190Z","key":null,"url":null,"packageId":null}},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
6	1	default	1480000500007-01	\\xcfb9e43876daaeedf6c09a3ef92f7428a19af79c03ebaa159d49541e030ce08a	{"account":"default","orderId":"1480000500007-01","group":"1480000500007","position":1,"sequence":500007,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":6,"createdAt":"2026-11-28T16:17:14.274Z","updatedAt":"2026-11-28T16:17:14.554Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"invoiced","since":"2026-11-28T16:17:14.500Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"invoiced","since":"2026-11-28T16:17:14.500Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"sold":-2440,"shipping":-490,"captured":2930},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:14.356Z","invoicedAt":"2026-11-28T16:17:14.500Z","deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":0},"invoiced":2,"shipped":2,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":0},"invoiced":1,"shipped":1,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":1,"shipped":1,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"approved","answeredAt":"2026-11-28T16:17:14.356Z","authorised":2930,"captured":2930,"voided":0,"refunded":0}},"invoice":{"A-2":{"number":"A-2","value":2930,"items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"inferred":true,"issuedAt":"2026-11-28T16:17:14.500Z","recordedAt":"2026-11-28T16:17:14.500Z","key":null,"url":null,"packageId":"1"}},"package":{"1":{"id":"1","invoiceNumber":"A-2","items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"carrier":"Post","trackingNumber":"RR1AT","trackingUrl":null,"sentAt":"2026-11-28T16:17:14.500Z","dispatchedAt":null,"tracking":[{"at":"2026-06-01T09:00:00.000Z","recordedAt":"2026-11-28T16:17:14.554Z","city":"Graz","state":null,"description":"Out"}],"deliveredAt":null}},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
7	1	default	1480000500008-01	\\xfd9992bc3743cd30d9000a8b9c91da1f8e23011128f77a318cbb8af1798650d1	{"account":"default","orderId":"1480000500008-01","group":"1480000500008","position":1,"sequence":500008,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":7,"createdAt":"2026-11-28T16:17:14.577Z","updatedAt":"2026-11-28T16:17:14.973Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"invoiced","since":"2026-11-28T16:17:14.765Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"invoiced","since":"2026-11-28T16:17:14.765Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"sold":-2440,"shipping":-490,"captured":2930,"credited":590,"refunded":-590},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:14.651Z","invoicedAt":"2026-11-28T16:17:14.765Z","deliveredAt":"2026-11-28T16:17:14.866Z","deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":0},"invoiced":2,"shipped":2,"returned":1,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":0},"invoiced":1,"shipped":1,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":1,"shipped":1,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"approved","answeredAt":"2026-11-28T16:17:14.651Z","authorised":2930,"captured":2930,"voided":0,"refunded":590}},"invoice":{"A-3":{"number":"A-3","value":2930,"items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"inferred":true,"issuedAt":"2026-11-28T16:17:14.765Z","recordedAt":"2026-11-28T16:17:14.765Z","key":null,"url":null,"packageId":"1"}},"package":{"1":{"id":"1","invoiceNumber":"A-3","items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"carrier":null,"trackingNumber":null,"trackingUrl":null,"sentAt":"2026-11-28T16:17:14.765Z","dispatchedAt":null,"tracking":[],"deliveredAt":"2026-11-28T16:17:14.866Z"}},"return_invoice":{"R-1":{"number":"R-1","value":590,"items":[{"lineId":"1","quantity":1}],"issuedAt":"2026-11-28T16:17:14.973Z","recordedAt":"2026-11-28T16:17:14.973Z","key":null,"url":null,"refunds":[{"paymentId":"1","amount":590}],"restocked":true}}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
4	1	default	1480000500009-01	\\xbe2c55b8338804d21389e5c4702a64868915a29b8040e5e88ab1ba24a24fc613	{"account":"default","orderId":"1480000500009-01","group":"1480000500009","position":1,"sequence":500009,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":3600,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":4,"createdAt":"2026-11-28T16:17:15.129Z","updatedAt":"2026-11-28T16:17:15.361Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"canceled","since":"2026-11-28T16:17:15.361Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"canceled","since":"2026-11-28T16:17:15.361Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"sold":-2440,"shipping":-490,"cancelled":2930},"cancellationRequests":[{"id":"1","at":"2026-11-28T16:17:15.361Z","by":"buyer","reason":"found it cheaper","outcome":"confirmed","answeredAt":"2026-11-28T16:17:15.361Z","answer":null}],"cancellation":{"at":"2026-11-28T16:17:15.361Z","by":"buyer","requestId":"1","reason":"found it cheaper"},"assignee":null,"authorisedAt":"2026-11-28T16:17:15.298Z","invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":0},"invoiced":0,"shipped":0,"returned":0,"cancelled":2,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":0},"invoiced":0,"shipped":0,"returned":0,"cancelled":1,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":1,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"approved","answeredAt":"2026-11-28T16:17:15.298Z","authorised":2930,"captured":0,"voided":2930,"refunded":0}},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
4	1	default	1480000500010-01	\\xe4238f0ebf947ec275efac253b0639dc971b2905374a2b5d54ea547969161c52	{"account":"default","orderId":"1480000500010-01","group":"1480000500010","position":1,"sequence":500010,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":4,"createdAt":"2026-11-28T16:17:15.408Z","updatedAt":"2026-11-28T16:17:15.582Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"waiting-for-seller-decision","since":"2026-11-28T16:17:15.582Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"cancellation-requested","since":"2026-11-28T16:17:15.582Z","returnTo":"handling"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"receivable":2930,"sold":-2440,"shipping":-490,"authorised":2930,"authorisations":-2930},"cancellationRequests":[{"id":"1","at":"2026-11-28T16:17:15.582Z","by":"buyer","reason":"too late","outcome":"open","answeredAt":null,"answer":null}],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:15.471Z","invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"approved","answeredAt":"2026-11-28T16:17:15.471Z","authorised":2930,"captured":0,"voided":0,"refunded":0}},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
3	1	default	1480000500011-01	\\x2d8e20ae6a5ff01c39aa0f17437dc6e5e392798b149485aa0b2f699ddef1351a	{"account":"default","orderId":"1480000500011-01","group":"1480000500011","position":1,"sequence":500011,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":3,"createdAt":"2026-11-28T16:17:15.664Z","updatedAt":"2026-11-28T16:17:15.709Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"canceled","since":"2026-11-28T16:17:15.709Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"canceled","since":"2026-11-28T16:17:15.709Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"sold":-2440,"shipping":-490,"cancelled":2930},"cancellationRequests":[],"cancellation":{"at":"2026-11-28T16:17:15.709Z","by":"payment","requestId":null,"reason":null},"assignee":null,"authorisedAt":null,"invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":0},"invoiced":0,"shipped":0,"returned":0,"cancelled":2,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":0},"invoiced":0,"shipped":0,"returned":0,"cancelled":1,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":1,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"denied","answeredAt":"2026-11-28T16:17:15.709Z","authorised":0,"captured":0,"voided":0,"refunded":0}},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
2	1	default	1480000500012-01	\\x686a36d7c49b5276c19c5f47499177afccc1e9395da43183b7950e226f583e2e	{"account":"default","orderId":"1480000500012-01","group":"1480000500012","position":1,"sequence":500012,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":2,"createdAt":"2026-11-28T16:17:15.753Z","updatedAt":"2026-11-28T16:17:15.821Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"payment-pending","since":"2026-11-28T16:17:15.753Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"waiting-ffmt-authorization","since":"2026-11-28T16:17:15.753Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"receivable":2930,"sold":-2440,"shipping":-490},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":null,"invoicedAt":null,"deliveredAt":null,"deletedAt":"2026-11-28T16:17:15.821Z"}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
5	1	default	1480000500013-01	\\x5a15f4ebd443ad5b1ab4bc4098586d4b9a49b64cfc634a7612219ab655d1fa71	{"account":"default","orderId":"1480000500013-01","group":"1480000500013","position":1,"sequence":500013,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"simple","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":5,"createdAt":"2026-11-28T16:17:15.939Z","updatedAt":"2026-11-28T16:17:16.235Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"simple","version":1,"step":"shipped","since":"2026-11-28T16:17:16.173Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"sold":-2440,"shipping":-490,"captured":2930,"credited":100,"refunded":-100},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:16.027Z","invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":0},"invoiced":0,"shipped":2,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":0},"invoiced":0,"shipped":1,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":1,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_approval","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"approved","answeredAt":"2026-11-28T16:17:16.027Z","authorised":2930,"captured":2930,"voided":0,"refunded":100}},"invoice":{},"package":{"1":{"id":"1","invoiceNumber":null,"items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"carrier":"Post","trackingNumber":null,"trackingUrl":null,"sentAt":"2026-11-28T16:17:16.173Z","dispatchedAt":null,"tracking":[],"deliveredAt":null}},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
2	1	default	1480000500014-01	\\x42e7b1485586e81439abfaed3762f2f359b0b45112d1c25e5c9a657c103bcd85	{"account":"default","orderId":"1480000500014-01","group":"1480000500014","position":1,"sequence":500014,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"free","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-STAYS","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":2,"createdAt":"2026-11-28T16:17:16.296Z","updatedAt":"2026-11-28T16:17:16.363Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"free","version":1,"step":"Processing","since":"2026-11-28T16:17:16.363Z"}],"buyer":{"email":"mia@example.test","firstName":"Mia","lastName":"Hofer","phone":null,"documentType":null,"document":null,"company":null,"locale":null},"billingAddress":null,"forgotten":false,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":{"street":"Hauptplatz","number":"1","city":"Graz","country":"AT"}}],"ledger":{"receivable":2930,"sold":-2440,"shipping":-490},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:16.296Z","invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
2	1	default	1480000500017-01	\\xe3bac3c3e26cdfd480cb5cef673a1b1c606ee388b35d41cfe01343522b235f23	{"account":"default","orderId":"1480000500017-01","group":"1480000500017","position":1,"sequence":500017,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-GONE","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":2,"createdAt":"2026-11-28T16:17:16.734Z","updatedAt":"2026-11-28T16:17:22.905Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"payment-pending","since":"2026-11-28T16:17:16.734Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"waiting-ffmt-authorization","since":"2026-11-28T16:17:16.734Z"}],"buyer":null,"billingAddress":null,"forgotten":true,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":null}],"ledger":{"receivable":2930,"sold":-2440,"shipping":-490},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":null,"invoicedAt":null,"deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":2},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"claimed","held":1},"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":0,"shipped":0,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"pending","answeredAt":null,"authorised":0,"captured":0,"voided":0,"refunded":0}},"invoice":{},"package":{},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
6	1	default	1480000500018-01	\\xb66464e13e7aa604f500006cd58e425b86ad18ad26935018461515b03ba61998	{"account":"default","orderId":"1480000500018-01","group":"1480000500018","position":1,"sequence":500018,"externalIds":{},"store":"default","channel":"default","origin":"Marketplace","currency":"EUR","rounding":"half_up","workflow":"complete","windowSeconds":0,"placementDeadline":null,"links":[],"customerId":"C-GONE","discounts":[],"adjustments":[],"totals":{"items":2440,"discounts":0,"shipping":490,"tax":0,"adjustments":0,"total":2930},"tags":[],"version":6,"createdAt":"2026-11-28T16:17:16.828Z","updatedAt":"2026-11-28T16:17:23.364Z","placedBy":"key:kept-dump","complete":true,"instances":[{"domain":"Marketplace","table":"marketplace","version":1,"step":"invoiced","since":"2026-11-28T16:17:17.032Z"},{"domain":"Fulfillment","table":"fulfillment","version":1,"step":"invoiced","since":"2026-11-28T16:17:17.032Z"}],"buyer":null,"billingAddress":null,"forgotten":true,"deliveries":[{"id":"1","type":"delivery","method":"standard","price":490,"pickupPoint":null,"promisedAt":null,"shipBy":null,"address":null}],"ledger":{"sold":-2440,"shipping":-490,"captured":2930},"cancellationRequests":[],"cancellation":null,"assignee":null,"authorisedAt":"2026-11-28T16:17:16.913Z","invoicedAt":"2026-11-28T16:17:17.032Z","deliveredAt":null,"deletedAt":null}	[{"id":"1","sku":"TEA-100","gtin":null,"name":"Assam, 100 g","seller":null,"quantity":2,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":5900000,"priceMicros":5900000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":0},"invoiced":2,"shipped":2,"returned":0,"cancelled":0,"money":{"gross":1180,"discount":0,"net":1180,"share":{"discount":0,"shipping":237,"tax":0},"payable":1417}},{"id":"2","sku":"POT-1","gtin":null,"name":"Pot, brown","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":11100000,"priceMicros":11100000,"discountMicros":0,"deliveryId":"1","stock":{"place":"main","state":"confirmed","held":0},"invoiced":1,"shipped":1,"returned":0,"cancelled":0,"money":{"gross":1110,"discount":0,"net":1110,"share":{"discount":0,"shipping":223,"tax":0},"payable":1333}},{"id":"3","sku":"WRAP","gtin":null,"name":"Gift wrap","seller":null,"quantity":1,"unitMultiplier":1000,"measurementUnit":"un","listPriceMicros":1500000,"priceMicros":1500000,"discountMicros":0,"deliveryId":"1","stock":null,"invoiced":1,"shipped":1,"returned":0,"cancelled":0,"money":{"gross":150,"discount":0,"net":150,"share":{"discount":0,"shipping":30,"tax":0},"payable":180}}]	{"payment":{"1":{"id":"1","method":"card","amount":2930,"installments":1,"capture":"on_invoice","brand":null,"lastDigits":null,"transactionId":null,"dueAt":null,"answer":"approved","answeredAt":"2026-11-28T16:17:16.913Z","authorised":2930,"captured":2930,"voided":0,"refunded":0}},"invoice":{"A-4":{"number":"A-4","value":2930,"items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"inferred":true,"issuedAt":"2026-11-28T16:17:17.032Z","recordedAt":"2026-11-28T16:17:17.032Z","key":null,"url":null,"packageId":"1"}},"package":{"1":{"id":"1","invoiceNumber":"A-4","items":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1},{"lineId":"3","quantity":1}],"carrier":"Post","trackingNumber":null,"trackingUrl":null,"sentAt":"2026-11-28T16:17:17.032Z","dispatchedAt":null,"tracking":[],"deliveredAt":null}},"return_invoice":{}}	{"custom":{},"attachments":{},"lineAttachments":{},"notes":[],"log":[]}
\.

copy products (account, sku, gtin, name, price_micros, currency, counted, place) from stdin;
default	POT-1	\N	Pot, brown	11100000	EUR	t	main
default	TEA-100	\N	Assam, 100 g	5900000	EUR	t	main
default	WRAP	\N	Gift wrap	1500000	EUR	f	main
\.

copy schema_migrations (number, name, sha256, at) from stdin;
1	001_accounts	ccdb52218120e76034dbc6592cc13a5d9de579ac7b8f1eff718b6cb23e7e9080	2026-11-28 16:17:01.09726+00
2	002_log	16f191038c8c53e43487ef3a2f4d4698c0c94ffa44c18939f36f376a92ec30ec	2026-11-28 16:17:01.248437+00
3	003_stock	c1f08a6486e78be578dec4083061f6fb0595eb89afefa4cbc658331b7be147a6	2026-11-28 16:17:01.381736+00
4	004_order_list	393aa298e808ccaa3ac92b06e76cbbe03f208c1e8ee8546df8f27be3e795bf81	2026-11-28 16:17:01.516079+00
5	005_commit	00a55d63b8504fe91cbd5b4cadb1a44df52afecd8bd1f60d1d729bab3f72d635	2026-11-28 16:17:03.54262+00
6	006_installation	aa056ff05ae11e70865d060e35021751f6852ce59e41eec88a8856cd02177c21	2026-11-28 16:17:03.623526+00
\.

copy shipping_methods (account, code, name, price, currency) from stdin;
default	standard	Standard parcel	490	EUR
\.

copy stock (on_hand, claimed, confirmed, account, sku, place) from stdin;
5	0	1	default	TEA-100	shop
16	4	7	default	POT-1	main
92	8	9	default	TEA-100	main
\.

copy stock_movements (id, at, quantity, on_hand_before, claimed_before, confirmed_before, on_hand_after, claimed_after, confirmed_after, account, sku, place, kind, order_id, line_id, reason) from stdin;
1	2026-11-28 16:17:10.363+00	20	0	0	0	20	0	0	default	POT-1	main	set	\N	\N	loaded over the API
2	2026-11-28 16:17:10.363+00	100	0	0	0	100	0	0	default	TEA-100	main	set	\N	\N	loaded over the API
3	2026-11-28 16:17:10.363+00	5	0	0	0	5	0	0	default	TEA-100	shop	set	\N	\N	loaded over the API
4	2026-11-28 16:17:11.5+00	2	100	0	0	100	2	0	default	TEA-100	main	claim	1480000500001-01	1	\N
5	2026-11-28 16:17:11.5+00	1	20	0	0	20	1	0	default	POT-1	main	claim	1480000500001-01	2	\N
6	2026-11-28 16:17:12.268+00	2	100	2	0	100	4	0	default	TEA-100	main	claim	1480000500002-01	1	\N
7	2026-11-28 16:17:12.268+00	1	20	1	0	20	2	0	default	POT-1	main	claim	1480000500002-01	2	\N
8	2026-11-28 16:17:13.524+00	2	100	4	0	100	6	0	default	TEA-100	main	claim	1480000500003-01	1	\N
9	2026-11-28 16:17:13.524+00	1	20	2	0	20	3	0	default	POT-1	main	claim	1480000500003-01	2	\N
10	2026-11-28 16:17:13.617+00	2	100	6	0	100	4	2	default	TEA-100	main	confirm	1480000500003-01	1	\N
11	2026-11-28 16:17:13.617+00	1	20	3	0	20	2	1	default	POT-1	main	confirm	1480000500003-01	2	\N
12	2026-11-28 16:17:13.683+00	1	5	0	0	5	1	0	default	TEA-100	shop	claim	1480000500004-01	1	\N
13	2026-11-28 16:17:13.834+00	1	5	1	0	5	0	1	default	TEA-100	shop	confirm	1480000500004-01	1	\N
14	2026-11-28 16:17:13.87+00	2	100	4	2	100	6	2	default	TEA-100	main	claim	1480000500005-01	1	\N
15	2026-11-28 16:17:13.87+00	1	20	2	1	20	3	1	default	POT-1	main	claim	1480000500005-01	2	\N
16	2026-11-28 16:17:13.906+00	2	100	6	2	100	4	4	default	TEA-100	main	confirm	1480000500005-01	1	\N
17	2026-11-28 16:17:13.906+00	1	20	3	1	20	2	2	default	POT-1	main	confirm	1480000500005-01	2	\N
18	2026-11-28 16:17:13.979+00	2	100	4	4	100	6	4	default	TEA-100	main	claim	1480000500006-01	1	\N
19	2026-11-28 16:17:13.979+00	1	20	2	2	20	3	2	default	POT-1	main	claim	1480000500006-01	2	\N
20	2026-11-28 16:17:14.029+00	2	100	6	4	100	4	6	default	TEA-100	main	confirm	1480000500006-01	1	\N
21	2026-11-28 16:17:14.029+00	1	20	3	2	20	2	3	default	POT-1	main	confirm	1480000500006-01	2	\N
22	2026-11-28 16:17:14.19+00	1	100	4	6	99	4	5	default	TEA-100	main	consume_confirmed	1480000500006-01	1	\N
23	2026-11-28 16:17:14.274+00	2	99	4	5	99	6	5	default	TEA-100	main	claim	1480000500007-01	1	\N
24	2026-11-28 16:17:14.274+00	1	20	2	3	20	3	3	default	POT-1	main	claim	1480000500007-01	2	\N
25	2026-11-28 16:17:14.356+00	2	99	6	5	99	4	7	default	TEA-100	main	confirm	1480000500007-01	1	\N
26	2026-11-28 16:17:14.356+00	1	20	3	3	20	2	4	default	POT-1	main	confirm	1480000500007-01	2	\N
27	2026-11-28 16:17:14.5+00	2	99	4	7	97	4	5	default	TEA-100	main	consume_confirmed	1480000500007-01	1	\N
28	2026-11-28 16:17:14.5+00	1	20	2	4	19	2	3	default	POT-1	main	consume_confirmed	1480000500007-01	2	\N
29	2026-11-28 16:17:14.577+00	2	97	4	5	97	6	5	default	TEA-100	main	claim	1480000500008-01	1	\N
30	2026-11-28 16:17:14.577+00	1	19	2	3	19	3	3	default	POT-1	main	claim	1480000500008-01	2	\N
31	2026-11-28 16:17:14.651+00	2	97	6	5	97	4	7	default	TEA-100	main	confirm	1480000500008-01	1	\N
32	2026-11-28 16:17:14.651+00	1	19	3	3	19	2	4	default	POT-1	main	confirm	1480000500008-01	2	\N
33	2026-11-28 16:17:14.765+00	2	97	4	7	95	4	5	default	TEA-100	main	consume_confirmed	1480000500008-01	1	\N
34	2026-11-28 16:17:14.765+00	1	19	2	4	18	2	3	default	POT-1	main	consume_confirmed	1480000500008-01	2	\N
35	2026-11-28 16:17:14.973+00	1	95	4	5	96	4	5	default	TEA-100	main	restock	1480000500008-01	1	\N
36	2026-11-28 16:17:15.129+00	2	96	4	5	96	6	5	default	TEA-100	main	claim	1480000500009-01	1	\N
37	2026-11-28 16:17:15.129+00	1	18	2	3	18	3	3	default	POT-1	main	claim	1480000500009-01	2	\N
38	2026-11-28 16:17:15.298+00	2	96	6	5	96	4	7	default	TEA-100	main	confirm	1480000500009-01	1	\N
39	2026-11-28 16:17:15.298+00	1	18	3	3	18	2	4	default	POT-1	main	confirm	1480000500009-01	2	\N
40	2026-11-28 16:17:15.361+00	2	96	4	7	96	4	5	default	TEA-100	main	release_confirmed	1480000500009-01	1	\N
41	2026-11-28 16:17:15.361+00	1	18	2	4	18	2	3	default	POT-1	main	release_confirmed	1480000500009-01	2	\N
42	2026-11-28 16:17:15.408+00	2	96	4	5	96	6	5	default	TEA-100	main	claim	1480000500010-01	1	\N
43	2026-11-28 16:17:15.408+00	1	18	2	3	18	3	3	default	POT-1	main	claim	1480000500010-01	2	\N
44	2026-11-28 16:17:15.471+00	2	96	6	5	96	4	7	default	TEA-100	main	confirm	1480000500010-01	1	\N
45	2026-11-28 16:17:15.471+00	1	18	3	3	18	2	4	default	POT-1	main	confirm	1480000500010-01	2	\N
46	2026-11-28 16:17:15.664+00	2	96	4	7	96	6	7	default	TEA-100	main	claim	1480000500011-01	1	\N
47	2026-11-28 16:17:15.664+00	1	18	2	4	18	3	4	default	POT-1	main	claim	1480000500011-01	2	\N
48	2026-11-28 16:17:15.709+00	2	96	6	7	96	4	7	default	TEA-100	main	release_claimed	1480000500011-01	1	\N
49	2026-11-28 16:17:15.709+00	1	18	3	4	18	2	4	default	POT-1	main	release_claimed	1480000500011-01	2	\N
50	2026-11-28 16:17:15.753+00	2	96	4	7	96	6	7	default	TEA-100	main	claim	1480000500012-01	1	\N
51	2026-11-28 16:17:15.753+00	1	18	2	4	18	3	4	default	POT-1	main	claim	1480000500012-01	2	\N
52	2026-11-28 16:17:15.939+00	2	96	6	7	96	8	7	default	TEA-100	main	claim	1480000500013-01	1	\N
53	2026-11-28 16:17:15.939+00	1	18	3	4	18	4	4	default	POT-1	main	claim	1480000500013-01	2	\N
54	2026-11-28 16:17:16.078+00	2	96	8	7	96	6	9	default	TEA-100	main	confirm	1480000500013-01	1	\N
55	2026-11-28 16:17:16.078+00	1	18	4	4	18	3	5	default	POT-1	main	confirm	1480000500013-01	2	\N
56	2026-11-28 16:17:16.173+00	2	96	6	9	94	6	7	default	TEA-100	main	consume_confirmed	1480000500013-01	1	\N
57	2026-11-28 16:17:16.173+00	1	18	3	5	17	3	4	default	POT-1	main	consume_confirmed	1480000500013-01	2	\N
58	2026-11-28 16:17:16.296+00	2	94	6	7	94	8	7	default	TEA-100	main	claim	1480000500014-01	1	\N
59	2026-11-28 16:17:16.296+00	2	94	8	7	94	6	9	default	TEA-100	main	confirm	1480000500014-01	1	\N
60	2026-11-28 16:17:16.296+00	1	17	3	4	17	4	4	default	POT-1	main	claim	1480000500014-01	2	\N
61	2026-11-28 16:17:16.296+00	1	17	4	4	17	3	5	default	POT-1	main	confirm	1480000500014-01	2	\N
62	2026-11-28 16:17:16.53+00	2	17	3	5	17	5	5	default	POT-1	main	claim	1480000500016-01	1	\N
63	2026-11-28 16:17:16.63+00	2	17	5	5	17	3	7	default	POT-1	main	confirm	1480000500016-01	1	\N
64	2026-11-28 16:17:16.734+00	2	94	6	9	94	8	9	default	TEA-100	main	claim	1480000500017-01	1	\N
65	2026-11-28 16:17:16.734+00	1	17	3	7	17	4	7	default	POT-1	main	claim	1480000500017-01	2	\N
66	2026-11-28 16:17:16.828+00	2	94	8	9	94	10	9	default	TEA-100	main	claim	1480000500018-01	1	\N
67	2026-11-28 16:17:16.828+00	1	17	4	7	17	5	7	default	POT-1	main	claim	1480000500018-01	2	\N
68	2026-11-28 16:17:16.913+00	2	94	10	9	94	8	11	default	TEA-100	main	confirm	1480000500018-01	1	\N
69	2026-11-28 16:17:16.913+00	1	17	5	7	17	4	8	default	POT-1	main	confirm	1480000500018-01	2	\N
70	2026-11-28 16:17:17.032+00	2	94	8	11	92	8	9	default	TEA-100	main	consume_confirmed	1480000500018-01	1	\N
71	2026-11-28 16:17:17.032+00	1	17	4	8	16	4	7	default	POT-1	main	consume_confirmed	1480000500018-01	2	\N
\.

copy stores (account, store, name) from stdin;
default	default	Default
\.

copy subject_keys (account, stream_kind, stream_id, subject, wrapped_key, forgotten_at) from stdin;
default	order	1480000500001-01	customer:C-STAYS	\\x01f8bac651014214ac6b95bf1cb053afbea4c5f51f1fd2ae23e8b17ada88b2ea94adc89dafcb089cbcebfd8f83ec3d0d780ee4069560658e726c8258e5	\N
default	order	1480000500002-01	customer:C-STAYS	\\x012d17289bb04d2c9b038b525818c708cd81173558054a4016929ce1eb997a6e9214d5eb1c81040fc508bab64ab996fa5ba32fd52834b0eda38d7cc172	\N
default	order	1480000500003-01	customer:C-STAYS	\\x0139052065795ca064638b423fc8b25eb938dffea1d21bfe92a9872ab2cd00e7ae4be013085ea3c3fe67a1bab48d5999ff0a230d602a4c278b0659f594	\N
default	order	1480000500004-01	customer:C-STAYS	\\x016580eac92ce155741b409c94da7e53e2b06e5fd13b454a1545af9f3296c08dd9652405689e8ecf345dec720af08b9944b464a83038ebdf54558789fc	\N
default	order	1480000500005-01	customer:C-STAYS	\\x01469085731f8d22bc98562d3e01d96f50502006578cbbc0d1c9be4a94f8ba9b7f87655cedad1d3f90cab09ed7b608f1dcad03ddba93c3d77f81d21ff9	\N
default	order	1480000500006-01	customer:C-STAYS	\\x01f7d94ec16bedb048d5390d83db439e81099119260f02703ec546bc19731075f7023a816d23d7d381c238452fe2a7097b7125584ad911f8424a9d31e5	\N
default	order	1480000500007-01	customer:C-STAYS	\\x01a07d55275b99b4b129137e80f6684c0ae9806a182a31a93f260fbad3552fae84bffd9be4396fc92989914c5f108c49469102edcc448470b41a1bde5b	\N
default	order	1480000500008-01	customer:C-STAYS	\\x011d0f4498b2403cfed62f69727ed26a53257e32f5995dca434754f963f4dded6ac31e762009b90b83a160e25741da6cd19f5de23f11f2d62a3748a099	\N
default	order	1480000500009-01	customer:C-STAYS	\\x01b0edaeaed810925672cb6f3c7265fd1b94cc37b140f316682d94822e15da27b07a14af2de2245fe94c0c9962b1b0c2f455957bf33d25acb1011ab1c4	\N
default	order	1480000500010-01	customer:C-STAYS	\\x0125217c87fb41584fe050482be7e285a2f5aff3ba2e2249cf3545948a443a79dff1095c613c1c69f90891bd56c0360bb19dbb302acc4050654606169c	\N
default	order	1480000500011-01	customer:C-STAYS	\\x018de06f146edf6fd01bc469533f97258c302bba05ac482a0e3ad49c5cac0c859c6c649d3c85e9691d1834043fc09e459e428b158bf163f505837bcd10	\N
default	order	1480000500012-01	customer:C-STAYS	\\x019c46fef66a2dc19280d259d7e497f21abc54e2bf260ab4281770d676141522b2c3437fc2036fec987cc28cb04ca9b8eaa20d3dd17ce4c982ad499695	\N
default	order	1480000500013-01	customer:C-STAYS	\\x01f6f8a1f24b8111cf0f42c501ef0401974e6ceb4c8987ebc640671bc043b467a096bdeee81ad4d714e65d8389a51d401e3dcfdad308fcfae1a4232e3d	\N
default	order	1480000500014-01	customer:C-STAYS	\\x010c03a6b6f035938931983c18332627e9f9d60fc5dcdd465032565e4e3dfb45c36c7fa06d0a9ab5df4f07a1cf9515d21f2b47c131a584eb98313246cf	\N
default	order	1480000500015-01	customer:C-STAYS	\\x01975eddbf1f83bcdd526b4bfa596fd8ab25cb7c111ea42ad8b7e916f42a257a2eca92f8c3eca0de8b69ab8153cca027b6754148380af3719297fbd99b	\N
default	order	1480000500016-01	customer:C-STAYS	\\x017d235481922d35709e2e7533781ec424c4aea2fb2c4fe4a3be1306c8a4786ab006c474a37f8c33d848b5f3e324010fb94e5f5fb4fb0439fb0dd7952f	\N
default	order	1480000500017-01	customer:C-GONE	\N	2026-11-28 16:17:22.826+00
default	order	1480000500018-01	customer:C-GONE	\N	2026-11-28 16:17:22.826+00
\.

copy tasks (due, lease_until, failed_at, attempts, account, kind, key, leased_by, last_error, payload) from stdin;
2026-11-28 16:22:11.5+00	\N	\N	0	default	order_timer	1480000500001-01/placement	\N	\N	{"command": "expire_placement", "orderId": "1480000500001-01"}
2026-12-28 16:17:12.268+00	\N	\N	0	default	order_timer	1480000500002-01/fulfilment_deadline	\N	\N	{"command": "end_deadline", "orderId": "1480000500002-01"}
2027-11-28 16:17:13.617+00	\N	\N	0	default	order_timer	1480000500003-01/cancellation_window	\N	\N	{"command": "end_cancellation_window", "orderId": "1480000500003-01"}
2026-12-28 16:17:15.582+00	\N	\N	0	default	order_timer	1480000500010-01/cancellation_deadline	\N	\N	{"command": "end_deadline", "orderId": "1480000500010-01"}
2026-12-28 16:17:16.734+00	\N	\N	0	default	order_timer	1480000500017-01/fulfilment_deadline	\N	\N	{"command": "end_deadline", "orderId": "1480000500017-01"}
\.

select setval('order_rollup_deltas_id_seq', 74);
select setval('stock_movements_id_seq', 71);
