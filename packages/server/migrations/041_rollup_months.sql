-- Whole months of the rollups in one row each: a count over all time reads a thirtieth of the rows. Days stay, for what
-- begins or ends inside a month.
create table order_rollup_months (
  account   text    not null,
  month     date    not null, -- its first day
  status    text    not null,
  origin    text    not null,
  channel   text    not null,
  store     text    not null,
  currency  text    not null,
  orders    bigint  not null,
  amount    numeric not null, -- sum of totals, minor units
  primary key (account, month, status, origin, channel, store, currency)
);

-- The owner may be bound by the policies of its own tables, and here it must see all accounts.
alter table order_rollups no force row level security;
insert into order_rollup_months (account, month, status, origin, channel, store, currency, orders, amount)
select account, date_trunc('month', day)::date, status, origin, channel, store, currency, sum(orders), sum(amount)
  from order_rollups group by 1, 2, 3, 4, 5, 6, 7;
alter table order_rollups force row level security;

select protect('order_rollup_months', 'select, insert, update, delete');

-- As in 004, and into the months too: days before months, each in key order, so that workers never wait for each other in
-- a circle.
create or replace function fold_rollups(p_most int) returns int
language sql as $$
  with batch as (
    select account, id from order_rollup_deltas order by account, id limit p_most for update skip locked
  ), taken as (
    delete from order_rollup_deltas d using batch where d.account = batch.account and d.id = batch.id returning d.*
  ), days as (
    insert into order_rollups as r (account, day, status, origin, channel, store, currency, orders, amount, amount_sq)
    select account, day, status, origin, channel, store, currency, sum(orders), sum(amount), sum(amount_sq)
      from taken
     group by account, day, status, origin, channel, store, currency
     order by account, day, status, origin, channel, store, currency
    on conflict (account, day, status, origin, channel, store, currency)
    do update set orders = r.orders + excluded.orders, amount = r.amount + excluded.amount,
                  amount_sq = r.amount_sq + excluded.amount_sq
    returning 1
  ), months as (
    insert into order_rollup_months as r (account, month, status, origin, channel, store, currency, orders, amount)
    select account, date_trunc('month', day)::date, status, origin, channel, store, currency, sum(orders), sum(amount)
      from taken
     where (select count(*) from days) >= 0 -- after the days
     group by 1, 2, 3, 4, 5, 6, 7
     order by 1, 2, 3, 4, 5, 6, 7
    on conflict (account, month, status, origin, channel, store, currency)
    do update set orders = r.orders + excluded.orders, amount = r.amount + excluded.amount
  )
  select count(*)::int from taken
$$;
