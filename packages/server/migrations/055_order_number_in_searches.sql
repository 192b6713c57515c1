-- The displayed number, a column since 054, in what a search answers: as in 004, with it at the end of the row.
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
           number
      from order_list
     where account || '' = p_account and tokens @@ p_query and tokens @@ p_query
       and created_at >= p_from and created_at < p_to
     limit p_most;
end $$;

-- A function that runs as the owner must not find its tables through the caller's search path.
do $$ begin
  execute format('alter function order_list_matches(text, tsquery, timestamptz, timestamptz, int) set search_path = %I, pg_temp', current_schema);
end $$;
