-- Types of holds, and orders on hold in the list.

create table hold_types (
  active      boolean not null default true,  -- false: no new hold is of it
  account     text    not null,
  hold_type   text    not null,
  name        text    not null,
  blocks      text[]  not null check (cardinality(blocks) > 0),
  release_by  text,                           -- a permission, or role:<name>; null: who may edit orders
  primary key (account, hold_type)
);
select protect('hold_types', 'select, insert, update, delete');

-- What an account begins with; all of it may be changed and taken away.
create function seed_hold_types(p_account text) returns void
language sql as $$
  insert into hold_types (account, hold_type, name, blocks) values
    (p_account, 'payment_review', 'Payment review', '{capture,handling,invoicing,shipping}'),
    (p_account, 'address_check', 'Address check', '{shipping}'),
    (p_account, 'fraud_review', 'Fraud review', '{all}'),
    (p_account, 'customer_request', 'Wish of the customer', '{handling,invoicing,shipping}')
  on conflict (account, hold_type) do nothing
$$;

create or replace function ensure_account(p_account text, p_name text) returns boolean
language plpgsql as $$
begin
  insert into accounts (account, name) values (p_account, p_name) on conflict do nothing;
  if not found then return false; end if;
  insert into stores (account, store, name) values (p_account, 'default', p_name);
  insert into channels (account, channel, name, kind) values (p_account, 'default', 'Default', 'shop');
  insert into stock_places (account, place, name) values (p_account, 'main', 'Main');
  insert into account_heads (account) values (p_account);
  perform seed_roles(p_account);
  perform seed_hold_types(p_account);
  return true;
end $$;

-- The owner may be bound by the policies of its own tables, and here it must see all accounts.
alter table accounts no force row level security;
alter table hold_types no force row level security;
select seed_hold_types(account) from accounts;
alter table accounts force row level security;
alter table hold_types force row level security;

-- No order was on hold before, so none has to be looked at.
alter table order_list add column on_hold boolean not null default false;

-- As in 080, with the new column.
create or replace function apply_order_list(p_inserts json, p_updates json) returns void
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
             tags = r.tags, external_ids = r.external_ids, tokens = r.tokens,
             authorised_at = r.authorised_at, invoiced_at = r.invoiced_at, has_return_invoice = r.has_return_invoice,
             on_hold = r.on_hold
       where account = r.account and created_at = r.created_at and order_id = r.order_id;
      if not found then
        raise exception 'order % of account % is not in the list', r.order_id, r.account;
      end if;
    end loop;
  end if;
end $$;

-- As in 080, with the new column at the end of the row.
create or replace function order_list_matches(p_account text, p_query tsquery, p_from timestamptz, p_to timestamptz, p_most int)
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
           sellers, tags, external_ids, ''::tsvector, -- nobody reads the tokens, and they are half of the row
           number, authorised_at, invoiced_at, has_return_invoice, on_hold
      from order_list
     where account || '' = p_account and tokens @@ p_query and tokens @@ p_query
       and created_at >= p_from and created_at < p_to
     limit p_most;
end $$;

-- A function that runs as the owner must not find its tables through the caller's search path.
do $$ begin
  execute format('alter function order_list_matches(text, tsquery, timestamptz, timestamptz, int) set search_path = %I, pg_temp', current_schema);
end $$;
