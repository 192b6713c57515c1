-- Documents: what an account says about documents of its own, and the list of all documents over all orders.

-- A type of document that the account made; its definition is that of core/order/document-type.ts, without type and active.
create table document_types (
  active      boolean not null,
  account     text    not null,
  type        text    not null,
  definition  json    not null,
  primary key (account, type)
);
select protect('document_types', 'select, insert, update, delete');

-- Fields that the account adds to orders, lines and built-in documents: a JSON Schema each.
create table target_fields (
  account  text not null,
  target   text not null,
  fields   json not null,
  primary key (account, target)
);
select protect('target_fields', 'select, insert, update, delete');

-- Every document of every order, as its kind describes it (read-models/document-list.ts). Nothing personal.
create table document_list (
  created_at        timestamptz not null,
  order_created_at  timestamptz not null,            -- with account and order_id the key of its order in order_list
  amount            bigint,                          -- minor units; null: it is not about money
  plain             jsonb,                           -- fields of the account that are of no person; null: none
  account           text        not null,
  kind              text        not null,            -- payment, invoice, …; of the account's own ones the type
  order_id          text        not null,
  document_id       text        not null,            -- unique in the order and the built-in kind
  status            text        not null,
  currency          text        not null,
  store             text        not null,
  number            text        collate "C",
  outer_id          text        collate "C",         -- in another system
  parent            text,                            -- `invoice:A-17`; null: the order
  primary key (account, order_id, kind, document_id)
);
create index document_list_created on document_list (account, kind, created_at, order_id, document_id);
create index document_list_status on document_list (account, kind, status, created_at, order_id, document_id);
create index document_list_amount on document_list (account, kind, amount) where amount is not null;
create index document_list_number on document_list (account, number) where number is not null;
create index document_list_outer on document_list (account, outer_id) where outer_id is not null;
select protect('document_list', 'select, insert, update, delete');

-- Values of the fields of the account's own documents, for search: folded, the first 60 characters. May be personal, and goes
-- with the person, because it is what the state of the order gives.
create table document_values (
  account      text not null,
  kind         text not null,
  name         text not null,
  value        text collate "C" not null,
  order_id     text not null,
  document_id  text not null,
  primary key (account, kind, name, value, order_id, document_id)
);
create index document_values_order on document_values (account, order_id);
select protect('document_values', 'select, insert, update, delete');

create function apply_documents(p_set json, p_gone json, p_values json, p_values_gone json) returns void
language plpgsql
set plan_cache_mode = force_generic_plan
as $$
begin
  if p_gone is not null then
    delete from document_list d using json_populate_recordset(null::document_list, p_gone) g
     where d.account = g.account and d.order_id = g.order_id and d.kind = g.kind and d.document_id = g.document_id;
  end if;
  if p_set is not null then
    insert into document_list as d
    select * from json_populate_recordset(null::document_list, p_set) s
     order by s.account, s.order_id, s.kind, s.document_id
    on conflict (account, order_id, kind, document_id) do update
       set created_at = excluded.created_at, amount = excluded.amount, status = excluded.status,
           currency = excluded.currency, store = excluded.store, number = excluded.number,
           outer_id = excluded.outer_id, parent = excluded.parent, plain = excluded.plain;
  end if;
  if p_values_gone is not null then
    delete from document_values v using json_populate_recordset(null::document_values, p_values_gone) g
     where v.account = g.account and v.kind = g.kind and v.name = g.name and v.value = g.value
       and v.order_id = g.order_id and v.document_id = g.document_id;
  end if;
  if p_values is not null then
    insert into document_values select * from json_populate_recordset(null::document_values, p_values) s
     order by s.account, s.kind, s.name, s.value, s.order_id, s.document_id
    on conflict do nothing;
  end if;
end $$;

-- As in 005, with documents:  d_ rows of the list of documents, set and gone, and values of their fields.
drop function commit_batch(
  text[], text[], text[], text[], text[], int[], text[], text[], text[], text[], int[], bytea[], text[], text[],
  text[], text[], text[], bytea[], text[], text[], text[], text[], int[], text[], text[], int[], int[], bytea[],
  text[], text[], text[], text[], text[], text[], text[], bigint[], bigint[], bigint[], int[], int[], text[],
  text[], text[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[], text[], text[], text[],
  text[], text[], text[], text[], json, json, json, int[], text[], int[], bigint[], int[], int[], text[], text[],
  int[], text[], int[], text[], bytea[], text[], text[], text[], text[], bytea[], bytea[], int
);
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
  d_set json, d_gone json, d_values json, d_values_gone json,
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
  if d_set is not null or d_gone is not null or d_values is not null or d_values_gone is not null then
    perform apply_documents(d_set, d_gone, d_values, d_values_gone);
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

-- Orders that were there before this migration get their rows from a worker, because rows follow from states by a rule
-- that stands in one place and not here.
alter table accounts no force row level security;
alter table orders no force row level security;
alter table tasks no force row level security;
insert into tasks (account, kind, key, due, payload)
select account, 'list_documents', 'all', now(), '{}' from accounts a
 where exists (select from orders o where o.account = a.account)
on conflict do nothing;
alter table accounts force row level security;
alter table orders force row level security;
alter table tasks force row level security;
