-- Counts and sums what the tokens match with created_at in [p_from, p_to), up to `p_most` orders, by currency. Null lets
-- pass what is complete or not, deleted or not, or any value of the column. Built like order_list_matches in 004, and with
-- memory for the bitmap of a common word in a month of half a million orders: with less, every order of a page is tested.
-- order_list_count of 004 stays for servers of 0.1 while they are being replaced.
create function order_list_tally(p_account text, p_query tsquery, p_from timestamptz, p_to timestamptz,
                                 p_complete boolean, p_deleted boolean, p_status text[], p_store text[], p_channel text[],
                                 p_origin text[], p_currency text[], p_most int)
returns table (currency text, orders int, total numeric)
language plpgsql stable security definer rows 3
set plan_cache_mode = force_generic_plan set cpu_index_tuple_cost = 1000 set work_mem = '32MB'
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set jit = off
as $$
begin
  if (p_account = any (string_to_array(current_setting('docket.accounts', true), ','))) is not true then
    raise exception 'account % is not among those of this session', p_account using errcode = 'insufficient_privilege';
  end if;
  return query
    select m.currency, count(*)::int, sum(m.total) from (
      select l.currency, l.total
        from order_list l
       where l.account || '' = p_account and l.tokens @@ p_query and l.tokens @@ p_query
         and l.created_at >= p_from and l.created_at < p_to
         and (p_complete is null or l.complete = p_complete) and (p_deleted is null or l.deleted = p_deleted)
         and (p_status is null or l.status = any (p_status)) and (p_store is null or l.store = any (p_store))
         and (p_channel is null or l.channel = any (p_channel)) and (p_origin is null or l.origin = any (p_origin))
         and (p_currency is null or l.currency = any (p_currency))
       limit p_most) m
     group by m.currency;
end $$;

-- A function that runs as the owner must not find its tables through the caller's search path.
do $$ begin
  execute format('alter function order_list_tally(text, tsquery, timestamptz, timestamptz, boolean, boolean, text[], text[], text[], text[], text[], int) set search_path = %I, pg_temp', current_schema);
end $$;
revoke all on function order_list_tally(text, tsquery, timestamptz, timestamptz, boolean, boolean, text[], text[], text[], text[], text[], int) from public;
grant execute on function order_list_tally(text, tsquery, timestamptz, timestamptz, boolean, boolean, text[], text[], text[], text[], text[], int) to docket_serving;
grant execute on function order_list_tally(text, tsquery, timestamptz, timestamptz, boolean, boolean, text[], text[], text[], text[], text[], int) to docket_follower;
