-- What a list may be asked for by its papers: when it was paid, when it was wholly invoiced, whether something came back.
alter table order_list add column authorised_at timestamptz;
alter table order_list add column invoiced_at timestamptz;
alter table order_list add column has_return_invoice boolean not null default false;

-- The owner may be bound by the policies of its own tables, and here it must see all accounts.
alter table order_list no force row level security;
alter table orders no force row level security;
update order_list l
   set authorised_at = (o.head::jsonb ->> 'authorisedAt')::timestamptz,
       invoiced_at = (o.head::jsonb ->> 'invoicedAt')::timestamptz,
       has_return_invoice = o.documents::jsonb -> 'return_invoice' <> '{}'
  from orders o
 where o.account = l.account and o.order_id = l.order_id
   and (o.head::jsonb ->> 'authorisedAt' is not null or o.head::jsonb ->> 'invoicedAt' is not null
        or o.documents::jsonb -> 'return_invoice' <> '{}');
alter table orders force row level security;
alter table order_list force row level security;

-- As in 004, with the new columns.
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
             authorised_at = r.authorised_at, invoiced_at = r.invoiced_at, has_return_invoice = r.has_return_invoice
       where account = r.account and created_at = r.created_at and order_id = r.order_id;
      if not found then
        raise exception 'order % of account % is not in the list', r.order_id, r.account;
      end if;
    end loop;
  end if;
end $$;

-- As in 055, with the new columns at the end of the row.
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
           number, authorised_at, invoiced_at, has_return_invoice
      from order_list
     where account || '' = p_account and tokens @@ p_query and tokens @@ p_query
       and created_at >= p_from and created_at < p_to
     limit p_most;
end $$;

-- A function that runs as the owner must not find its tables through the caller's search path.
do $$ begin
  execute format('alter function order_list_matches(text, tsquery, timestamptz, timestamptz, int) set search_path = %I, pg_temp', current_schema);
end $$;
