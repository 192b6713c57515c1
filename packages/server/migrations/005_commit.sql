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
