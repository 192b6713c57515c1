-- Documents are found by the beginning of their number in any case, as orders are: the folded form stands beside it, because
-- under row-level security no index on an expression is reached (`lower` is not leakproof). Both are searched at once, each
-- with an index of its own; the plain number is searched no more. Filled here so that nothing is missed until a worker has
-- listed the documents anew (255), which folds accents too.
alter table document_list
  add column number_key text collate "C",
  add column outer_key  text collate "C";
alter table document_list no force row level security;
update document_list set number_key = lower(number), outer_key = lower(outer_id)
 where number is not null or outer_id is not null;
alter table document_list force row level security;
drop index document_list_number;
create index document_list_number_key on document_list (account, number_key) where number_key is not null;
create index document_list_outer_key on document_list (account, outer_key) where outer_key is not null;

create or replace function apply_documents(p_set json, p_gone json, p_values json, p_values_gone json) returns void
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
           outer_id = excluded.outer_id, parent = excluded.parent, plain = excluded.plain,
           number_key = excluded.number_key, outer_key = excluded.outer_key;
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
