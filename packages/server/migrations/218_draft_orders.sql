-- Draft orders: what staff prepare for a buyer before there is an order, with the stock that is reserved for it.

create table draft_orders (
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  expires_at      timestamptz,          -- null: not by itself
  reserved_until  timestamptz,          -- of a soft reservation
  sent_at         timestamptz,          -- last
  total           bigint,               -- minor units, as of `updated_at`; null: it could not be placed then
  version         int         not null, -- rises with whatever happens to it
  revision        int         not null, -- rises with what its buyer sees
  account         text        not null,
  draft_order_id  text        not null, -- sorts by creation
  state           text        not null check (state in ('open', 'sent', 'placed', 'expired', 'cancelled')),
  stock_policy    text        not null check (stock_policy in ('none', 'soft', 'firm')),
  store           text        not null,
  channel         text        not null,
  currency        text        not null,
  customer_id     text,
  order_id        text,                 -- that came of it
  created_by      text        not null,
  content         bytea,                -- sealed under the key of its buyer (subject_keys); null: forgotten
  check ((state = 'placed') = (order_id is not null)),
  check (content is not null or state in ('placed', 'cancelled')),
  primary key (account, draft_order_id)
);
create index draft_orders_by_state on draft_orders (account, state, draft_order_id);
create index draft_orders_of_customer on draft_orders (account, customer_id, draft_order_id) where customer_id is not null;
alter table draft_orders alter content set storage external; -- sealed bytes do not compress
select protect('draft_orders', 'select, insert, update, delete');

-- What happened to a draft order: one row for each version.
create table draft_order_changes (
  at              timestamptz not null,
  total           bigint,
  version         int         not null,
  revision        int         not null,
  account         text        not null,
  draft_order_id  text        not null,
  kind            text        not null, -- created, changed, sent, linked, reserved, released, placed, expired, cancelled, reopened, forgotten
  actor           text        not null,
  parts           text[]      not null, -- names of what changed
  primary key (account, draft_order_id, version)
);
select protect('draft_order_changes', 'select, insert, delete');

-- Links that open a draft order to whoever holds them, for as long as it can be accepted.
create table draft_order_links (
  created_at      timestamptz not null,
  account         text        not null,
  link_id         text        not null,
  draft_order_id  text        not null,
  created_by      text        not null,
  token_sha256    bytea       not null,
  primary key (account, link_id),
  unique (account, token_sha256)
);
create index draft_order_links_of on draft_order_links (account, draft_order_id);
select protect('draft_order_links', 'select, insert, delete');

-- Pieces that are claimed for draft orders: a part of `claimed` of their stock rows.
create table stock_reservations (
  reserved_at     timestamptz not null,
  quantity        bigint      not null check (quantity > 0),
  account         text        not null,
  sku             text        not null,
  place           text        not null,
  draft_order_id  text        not null,
  primary key (account, sku, place, draft_order_id)
);
create index stock_reservations_of on stock_reservations (account, draft_order_id);
select protect('stock_reservations', 'select, insert, update, delete');

alter table mails add column draft_order_id text; -- that it is about: who forgets its buyer forgets the mail
create index mails_draft_order on mails (account, draft_order_id) where draft_order_id is not null;

-- Makes the reservation of a draft order what it should be: p_wanted is [{sku, place, quantity}], each shelf once. The rows of
-- stock are locked in the order in which commits lock them; a movement each, whose order_id names the draft order. Answers
-- null, or [{sku, place, requested, available}] of what is short, with nothing changed.
create function reserve_stock(p_account text, p_draft_order text, p_wanted json, p_at timestamptz, p_actor text) returns json
language plpgsql as $$
declare
  skus    text[];
  places  text[];
  mores   bigint[];
  short   json;
begin
  select array_agg(sku order by sku collate "C", place collate "C"), array_agg(place order by sku collate "C", place collate "C"),
         array_agg(more order by sku collate "C", place collate "C")
    into skus, places, mores
    from (select sku, place, coalesce(w.quantity, 0) - coalesce(h.quantity, 0) as more
            from json_to_recordset(p_wanted) as w (sku text, place text, quantity bigint)
            full join (select sku, place, quantity from stock_reservations
                        where account = p_account and draft_order_id = p_draft_order) h using (sku, place)) change
   where more <> 0;
  if skus is null then return null; end if;

  perform from stock s join unnest(skus, places) as u (sku, place) using (sku, place)
    where s.account = p_account order by s.sku collate "C", s.place collate "C" for update of s;
  select json_agg(json_build_object('sku', u.sku, 'place', u.place, 'requested', u.more,
                                    'available', s.on_hand - s.claimed - s.confirmed) order by u.i)
    into short
    from unnest(skus, places, mores) with ordinality as u (sku, place, more, i)
    left join stock s on s.account = p_account and s.sku = u.sku and s.place = u.place
   where u.more > 0 and (s.account is null or s.on_hand - s.claimed - s.confirmed < u.more);
  if short is not null then return short; end if;

  with moved as (
    update stock s set claimed = s.claimed + u.more
      from unnest(skus, places, mores) with ordinality as u (sku, place, more, i)
     where s.account = p_account and s.sku = u.sku and s.place = u.place
    returning u.i, u.more, s.account, s.sku, s.place, s.on_hand, s.claimed, s.confirmed
  )
  insert into stock_movements (at, quantity, on_hand_before, claimed_before, confirmed_before,
                               on_hand_after, claimed_after, confirmed_after, account, sku, place, kind, order_id, actor)
  select p_at, abs(more), on_hand, claimed - more, confirmed, on_hand, claimed, confirmed, account, sku, place,
         case when more > 0 then 'reserve' else 'release_reserved' end, p_draft_order, p_actor
    from moved order by i;

  delete from stock_reservations r
   where r.account = p_account and r.draft_order_id = p_draft_order
     and not exists (select from json_to_recordset(p_wanted) as w (sku text, place text)
                      where w.sku = r.sku and w.place = r.place);
  insert into stock_reservations (account, sku, place, draft_order_id, quantity, reserved_at)
  select p_account, sku, place, p_draft_order, quantity, p_at
    from json_to_recordset(p_wanted) as w (sku text, place text, quantity bigint)
  on conflict (account, sku, place, draft_order_id) do update
     set quantity = excluded.quantity, reserved_at = excluded.reserved_at
   where stock_reservations.quantity <> excluded.quantity;
  return null;
end $$;

-- Ends the draft orders that become orders, before everything that `commit_batch` locks: rows {unit, account, draft, version,
-- order, total, at, actor}. One that has another version by now raises DK001 as commit_batch does, and so a draft order becomes
-- one order, whoever places it how often. Its stock moves in the batch itself.
create function take_draft_orders(p_drafts json) returns void
language plpgsql as $$
declare
  gone json;
begin
  perform from draft_orders d
    join json_to_recordset(p_drafts) as u (account text, draft text) on d.account = u.account and d.draft_order_id = u.draft
    order by d.account collate "C", d.draft_order_id collate "C" for update of d;
  select json_agg(json_build_object('unit', u.unit, 'reason', 'draft_order_changed') order by u.unit)
    into gone
    from json_to_recordset(p_drafts) as u (unit int, account text, draft text, version int)
   where not exists (select from draft_orders d
                      where d.account = u.account and d.draft_order_id = u.draft and d.version = u.version
                        and d.state in ('open', 'sent'))
      -- Somebody clicked twice, and both are in this batch: the first has it.
      or exists (select from json_to_recordset(p_drafts) as e (unit int, account text, draft text)
                  where e.account = u.account and e.draft = u.draft and e.unit < u.unit);
  if gone is not null then
    raise exception 'draft orders have changed' using errcode = 'DK001', detail = gone;
  end if;

  update draft_orders d
     set state = 'placed', order_id = u."order", total = u.total, version = d.version + 1, updated_at = u.at
    from json_to_recordset(p_drafts) as u (account text, draft text, "order" text, total bigint, at timestamptz)
   where d.account = u.account and d.draft_order_id = u.draft;
  insert into draft_order_changes (account, draft_order_id, version, revision, kind, at, actor, parts, total)
  select d.account, d.draft_order_id, d.version, d.revision, 'placed', u.at, u.actor, '{}', u.total
    from json_to_recordset(p_drafts) as u (account text, draft text, total bigint, at timestamptz, actor text)
    join draft_orders d on d.account = u.account and d.draft_order_id = u.draft;
  delete from stock_reservations r
   using json_to_recordset(p_drafts) as u (account text, draft text)
   where r.account = u.account and r.draft_order_id = u.draft;
  delete from tasks t
   using json_to_recordset(p_drafts) as u (account text, draft text)
   where t.account = u.account and t.kind = 'draft_order' and t.key = u.draft;
end $$;

-- Draft orders of a person: what of them is not placed ends, its stock is free, and nothing that somebody wrote is left.
create function forget_draft_orders(p_account text, p_subject text, p_at timestamptz) returns int
language plpgsql as $$
declare
  draft  text;
  done   int := 0;
begin
  for draft in
    select d.draft_order_id from subject_keys k
      join draft_orders d on d.account = k.account and d.draft_order_id = k.stream_id
     where k.account = p_account and k.subject = p_subject and k.stream_kind = 'draft_order' and d.content is not null
     order by d.draft_order_id
       for update of d
  loop
    perform reserve_stock(p_account, draft, '[]', p_at, 'system');
    with ended as (
      update draft_orders
         set content = null, state = case when state = 'placed' then state else 'cancelled' end,
             version = version + 1, revision = revision + 1, updated_at = p_at
       where account = p_account and draft_order_id = draft
      returning version, revision, total
    )
    insert into draft_order_changes (account, draft_order_id, version, revision, kind, at, actor, parts, total)
    select p_account, draft, version, revision, 'forgotten', p_at, 'system', '{}', total from ended;
    delete from draft_order_links where account = p_account and draft_order_id = draft;
    delete from tasks where account = p_account and kind = 'draft_order' and key = draft;
    done := done + 1;
  end loop;
  return done;
end $$;
