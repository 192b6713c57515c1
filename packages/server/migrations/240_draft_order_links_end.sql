-- A link to a draft order ends, and what was revoked stays revoked; what a list shows of draft orders needs not what is written
-- in them; a draft order that became an order belongs to whom the order belongs to.

alter table draft_order_links
  add column expires_at timestamptz, -- what it opens before an order came of its draft order
  add column opened_at timestamptz;  -- since when it opens that order, once and for all: from then on `guest_links` says whether it is good
alter table draft_orders
  add column buyer bytea, -- sealed as `content` is: the part that a list shows; null: forgotten, or to be read from `content`
  add column pieces int;  -- null: to be counted in `content`
alter table draft_orders alter buyer set storage external;
grant update (opened_at) on draft_order_links to docket_serving;

alter table draft_orders no force row level security;
alter table draft_order_links no force row level security;
alter table subject_keys no force row level security;

update draft_order_links set expires_at = greatest(created_at, now()) + interval '30 days';
-- Nobody can tell any more which links of an order were revoked: those that open nothing today stay so.
update draft_order_links l set opened_at = d.updated_at
  from draft_orders d
 where d.account = l.account and d.draft_order_id = l.draft_order_id and d.state = 'placed';

update subject_keys k set subject = o.subject
  from draft_orders d join subject_keys o on o.account = d.account and o.stream_kind = 'order' and o.stream_id = d.order_id
 where k.account = d.account and k.stream_kind = 'draft_order' and k.stream_id = d.draft_order_id
   and k.wrapped_key is not null and k.subject <> o.subject;
-- Whoever was forgotten with the order is forgotten here too.
with late as (
  update subject_keys k set wrapped_key = null, forgotten_at = o.forgotten_at
    from draft_orders d join subject_keys o on o.account = d.account and o.stream_kind = 'order' and o.stream_id = d.order_id
   where k.account = d.account and k.stream_kind = 'draft_order' and k.stream_id = d.draft_order_id
     and k.wrapped_key is not null and o.wrapped_key is null
  returning k.account, k.stream_id
)
update draft_orders d set content = null, pieces = 0 from late where d.account = late.account and d.draft_order_id = late.stream_id;

alter table draft_orders force row level security;
alter table draft_order_links force row level security;
alter table subject_keys force row level security;
alter table draft_order_links alter expires_at set not null;
create index draft_order_links_by_end on draft_order_links (expires_at);

-- As in 218; from now on it belongs to whom its order belongs to (`subject`), who may be known only since its buyer accepted.
create or replace function take_draft_orders(p_drafts json) returns void
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
  -- One whose key is destroyed stays whose it was: it is emptied in the next step of that forgetting.
  update subject_keys k set subject = u.subject
    from json_to_recordset(p_drafts) as u (account text, draft text, subject text)
   where k.account = u.account and k.stream_kind = 'draft_order' and k.stream_id = u.draft
     and k.wrapped_key is not null and k.subject <> u.subject;
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

-- As in 218; all its draft orders, then all their stock, are locked before any is changed, in the order in which commits lock them.
create or replace function forget_draft_orders(p_account text, p_subject text, p_at timestamptz) returns int
language plpgsql as $$
declare
  draft   text;
  drafts  text[];
begin
  select array_agg(draft_order_id order by draft_order_id collate "C") into drafts
    from (select d.draft_order_id from subject_keys k
            join draft_orders d on d.account = k.account and d.draft_order_id = k.stream_id
           where k.account = p_account and k.subject = p_subject and k.stream_kind = 'draft_order' and d.content is not null
           order by d.draft_order_id collate "C" for update of d) of_person;
  if drafts is null then return 0; end if;
  perform from stock s
    where s.account = p_account
      and exists (select from stock_reservations r
                   where r.account = s.account and r.sku = s.sku and r.place = s.place and r.draft_order_id = any (drafts))
    order by s.sku collate "C", s.place collate "C" for update of s;
  foreach draft in array drafts loop
    perform reserve_stock(p_account, draft, '[]', p_at, 'system');
    with ended as (
      update draft_orders
         set content = null, buyer = null, pieces = 0,
             state = case when state = 'placed' then state else 'cancelled' end,
             version = version + 1, revision = revision + 1, updated_at = p_at
       where account = p_account and draft_order_id = draft
      returning version, revision, total
    )
    insert into draft_order_changes (account, draft_order_id, version, revision, kind, at, actor, parts, total)
    select p_account, draft, version, revision, 'forgotten', p_at, 'system', '{}', total from ended;
    delete from draft_order_links where account = p_account and draft_order_id = draft;
    delete from tasks where account = p_account and kind = 'draft_order' and key = draft;
  end loop;
  return cardinality(drafts);
end $$;
