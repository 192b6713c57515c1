-- What buyers pay: price lists, promotions and coupons; and what kind of buyers they are.

alter table products add column category text; -- a path such as garden/tools
alter table customers
  add column groups        text[] not null default '{}', -- names that price lists and promotions ask for
  add column organisation  text;                         -- id of the company that the customer buys for

create table price_lists (
  valid_from     timestamptz,
  valid_until    timestamptz,
  priority       int      not null,
  active         boolean  not null,
  account        text     not null,
  price_list     text     not null,
  name           text     not null,
  currency       text     not null,
  stores         text[]   not null, -- whom it is for; empty: all
  channels       text[]   not null,
  groups         text[]   not null,
  organisations  text[]   not null,
  primary key (account, price_list)
);
select protect('price_lists', 'select, insert, update, delete');

create table price_list_entries (
  account     text   not null,
  price_list  text   not null,
  sku         text   not null,
  tiers       jsonb  not null, -- [{minQuantity, priceMicros, listPriceMicros}], ascending
  primary key (account, price_list, sku),
  foreign key (account, price_list) references price_lists (account, price_list) on delete cascade
);
-- A quote asks for some SKUs in all lists.
create index price_list_entries_sku on price_list_entries (account, sku, price_list);
select protect('price_list_entries', 'select, insert, update, delete');

create table promotions (
  valid_from             timestamptz,
  valid_until            timestamptz,
  priority               int      not null,
  max_uses               int,                -- orders that may use it; null: any number
  max_uses_per_customer  int,
  active                 boolean  not null,
  needs_coupon           boolean  not null,
  account                text     not null,
  promotion              text     not null,
  name                   text     not null,
  currency               text,               -- of the amounts in it
  conditions             jsonb    not null,  -- the shapes of core/pricing/promotion.ts
  reward                 jsonb    not null,
  rewarded               jsonb,
  combination            jsonb    not null,
  primary key (account, promotion)
);
select protect('promotions', 'select, insert, update, delete');

create table coupons (
  valid_from             timestamptz,
  valid_until            timestamptz,
  max_uses               int,
  max_uses_per_customer  int,
  active                 boolean  not null,
  account                text     not null,
  coupon                 text     not null, -- in capitals
  promotion              text     not null,
  primary key (account, coupon),
  foreign key (account, promotion) references promotions (account, promotion)
);
create index coupons_promotion on coupons (account, promotion, coupon);
select protect('coupons', 'select, insert, update, delete');

-- Which order used which promotion, by which coupon.
create table promotion_uses (
  at           timestamptz  not null,
  given_back   timestamptz,           -- the order was cancelled
  account      text         not null,
  order_id     text         not null,
  promotion    text         not null,
  coupon       text,
  customer_id  text,
  primary key (account, order_id, promotion)
);
create index promotion_uses_promotion on promotion_uses (account, promotion, at, order_id);
select protect('promotion_uses', 'select, insert, update');

-- Orders that used something and did not give it back: the rows that placements lock.
create table use_counters (
  uses      bigint  not null check (uses >= 0),
  account   text    not null,
  kind      text    not null, -- promotion, coupon
  id        text    not null,
  customer  text    not null, -- empty: of all customers together
  primary key (account, kind, id, customer)
);
select protect('use_counters', 'select, insert, update');

-- Takes and gives back uses of promotions and coupons: rows {unit, account, order, promotion, coupon, customer, take, at},
-- where `unit` says whose fault it is. Its counters are locked in the order of their keys, before anything else of the batch.
-- A unit that asks for more than is left raises DK001 as commit_batch does; where only all of them together do, the list is
-- empty and each is tried alone.
create function apply_promotion_uses(p_uses json) returns void
language plpgsql as $$
declare
  refused json;
begin
  with counted as (
    select account, kind, id, of_customer, sum(case when take then 1 else -1 end) as change
      from json_to_recordset(p_uses) as u (account text, promotion text, coupon text, customer text, take boolean)
      cross join lateral (values ('promotion', promotion, ''), ('promotion', promotion, customer),
                                 ('coupon', coupon, ''), ('coupon', coupon, customer)) as k (kind, id, of_customer)
     where id is not null and of_customer is not null
     group by account, kind, id, of_customer
  )
  -- The row that would be inserted is checked before it is found to be there, so it never has less than 0.
  insert into use_counters (account, kind, id, customer, uses)
  select account, kind, id, of_customer, greatest(change, 0) from counted order by account, kind, id, of_customer
  on conflict (account, kind, id, customer) do update
     -- Never below 0: a counter that has drifted must not keep an order from being cancelled. `docket verify` finds it.
     set uses = greatest(use_counters.uses + (select c.change from counted c
                                               where c.account = excluded.account and c.kind = excluded.kind
                                                 and c.id = excluded.id and c.of_customer = excluded.customer), 0);

  -- What is counted now holds all of the batch: a unit fails alone where there was no use left before it.
  with asked as (
    select unit, account, kind, id, of_customer
      from json_to_recordset(p_uses) as u (unit int, account text, promotion text, coupon text, customer text, take boolean)
      cross join lateral (values ('promotion', promotion, ''), ('promotion', promotion, customer),
                                 ('coupon', coupon, ''), ('coupon', coupon, customer)) as k (kind, id, of_customer)
     where take and id is not null and of_customer is not null
  ), limits as (
    select a.*, c.uses, count(*) over (partition by a.account, a.kind, a.id, a.of_customer) as taken,
           -- What was removed or switched off since the quote is at its end. A first order is one, however many are placed at once.
           case when a.kind = 'promotion'
                then case when p.active is not true then 0
                          when a.of_customer = '' then p.max_uses
                          else least(p.max_uses_per_customer,
                                     case when (p.conditions ->> 'firstOrder')::boolean then 1 end) end
                else case when o.active is not true then 0
                          when a.of_customer = '' then o.max_uses
                          else o.max_uses_per_customer end end as most
      from asked a
      join use_counters c on c.account = a.account and c.kind = a.kind and c.id = a.id and c.customer = a.of_customer
      left join promotions p on a.kind = 'promotion' and p.account = a.account and p.promotion = a.id
      left join coupons o on a.kind = 'coupon' and o.account = a.account and o.coupon = a.id
  )
  select json_agg(json_build_object('unit', unit, 'reason', kind || '_used_up', 'id', id, 'limit', most,
                                    'ofCustomer', of_customer <> '') order by unit, kind, of_customer)
           filter (where uses - taken >= most)
    into refused
    from limits
   where uses > most
  having count(*) > 0;
  if found then
    raise exception 'uses are at an end' using errcode = 'DK001', detail = coalesce(refused, '[]');
  end if;

  insert into promotion_uses (account, order_id, promotion, coupon, customer_id, at)
  select account, "order", promotion, coupon, customer, at::timestamptz
    from json_to_recordset(p_uses) as u (account text, "order" text, promotion text, coupon text, customer text,
                                         take boolean, at text)
   where take
   order by account, "order", promotion
  on conflict (account, order_id, promotion) do update set given_back = null;
  update promotion_uses p set given_back = u.at::timestamptz
    from json_to_recordset(p_uses) as u (account text, "order" text, promotion text, take boolean, at text)
   where not u.take and p.account = u.account and p.order_id = u."order" and p.promotion = u.promotion;
end $$;

-- As in 010, and managers keep prices, support reads them.
create or replace function seed_roles(p_account text) returns void
language sql as $$
  insert into roles (account, role, name, permissions) values
    (p_account, 'administrator', 'Administrator', '{*}'),
    (p_account, 'manager', 'Manager',
     '{orders.view,orders.place,orders.edit,orders.invoice,orders.ship,orders.cancel,orders.refund,orders.delete,prices.view,personal.view,catalogue.view,catalogue.edit,pricing.view,pricing.edit,stock.view,stock.edit,customers.view,customers.edit,shipping.view,shipping.edit,settings.view,access.view,users.view,mails.view,mails.edit}'),
    (p_account, 'support', 'Support',
     '{orders.view,orders.place,orders.edit,orders.cancel,orders.refund,prices.view,personal.view,catalogue.view,pricing.view,stock.view,customers.view,customers.edit,shipping.view,mails.view,mails.edit}'),
    (p_account, 'warehouse', 'Warehouse',
     '{orders.view,orders.invoice,orders.ship,personal.view,catalogue.view,stock.view,stock.edit,shipping.view}'),
    (p_account, 'finance', 'Finance',
     '{orders.view,orders.edit,orders.invoice,orders.refund,prices.view,personal.view,customers.view,catalogue.view,pricing.view,shipping.view,settings.view}'),
    (p_account, 'viewer', 'Viewer', '{orders.view,catalogue.view,stock.view,shipping.view}')
  on conflict (account, role) do nothing
$$;
