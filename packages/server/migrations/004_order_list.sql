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
