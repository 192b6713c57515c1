-- As in 260, and what is given back is what was taken: the use as its row says it, by whatever coupon. Before 260 a coupon
-- that an edit put in the place of another was counted by neither, so the row may name the one before.
create or replace function apply_promotion_uses(p_uses json) returns void
language plpgsql as $$
declare
  refused json;
begin
  with claimed as (
    select u.account, u.promotion, u.take, case when u.take then u.coupon else p.coupon end as coupon,
           case when u.take then u.customer else p.customer_id end as customer
      from json_to_recordset(p_uses) as u (account text, "order" text, promotion text, coupon text, customer text, take boolean)
      left join promotion_uses p on not u.take and p.account = u.account and p.order_id = u."order"
                                and p.promotion = u.promotion and p.given_back is null
     where u.take or p.promotion is not null
  ), counted as (
    select account, kind, id, of_customer, sum(case when take then 1 else -1 end) as change
      from claimed
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
  on conflict (account, order_id, promotion) do update
     set given_back = null, coupon = excluded.coupon, customer_id = excluded.customer_id, at = excluded.at;
  -- The use that came in its place, by another coupon, stays.
  update promotion_uses p set given_back = u.at::timestamptz
    from json_to_recordset(p_uses) as u (account text, "order" text, promotion text, take boolean, at text)
   where not u.take and p.account = u.account and p.order_id = u."order" and p.promotion = u.promotion
     and p.given_back is null
     and not exists (select from json_to_recordset(p_uses) as t (account text, "order" text, promotion text, take boolean)
                      where t.take and t.account = u.account and t."order" = u."order" and t.promotion = u.promotion);
end $$;

-- Uses as the orders hold them now: one pass over those that stand, and over the orders that hold them.
alter table orders no force row level security;
alter table promotion_uses no force row level security;
alter table use_counters no force row level security;

with standing as (
  select p.account, p.order_id, p.promotion, o.head::json as head
    from promotion_uses p
    join orders o on o.account = p.account and o.order_id = p.order_id
   where p.given_back is null
), held as (
  select s.account, s.order_id, s.promotion, used.promotion is not null and s.head ->> 'cancellation' is null as holds,
         used.coupon, (s.head ->> 'updatedAt')::timestamptz as at
    from standing s
    left join lateral json_to_recordset(s.head -> 'promotions') as used (promotion text, coupon text)
           on used.promotion = s.promotion
)
update promotion_uses p
   set coupon = case when h.holds then h.coupon else p.coupon end,
       given_back = case when h.holds then null else h.at end
  from held h
 where p.account = h.account and p.order_id = h.order_id and p.promotion = h.promotion
   and (not h.holds or p.coupon is distinct from h.coupon);

with listed as (
  select account, kind, id, customer, count(*) as uses
    from (select account, kind, id, of_customer as customer
            from promotion_uses
            cross join lateral (values ('promotion', promotion, ''), ('promotion', promotion, customer_id),
                                       ('coupon', coupon, ''), ('coupon', coupon, customer_id)) as k (kind, id, of_customer)
           where given_back is null and id is not null and of_customer is not null) each
   group by account, kind, id, customer
), wanted as (
  select account, kind, id, customer, coalesce(l.uses, 0) as uses
    from listed l
    full join use_counters c using (account, kind, id, customer)
   where c.uses is distinct from coalesce(l.uses, 0)
)
insert into use_counters (account, kind, id, customer, uses)
select account, kind, id, customer, uses from wanted
on conflict (account, kind, id, customer) do update set uses = excluded.uses;

alter table orders force row level security;
alter table promotion_uses force row level security;
alter table use_counters force row level security;
