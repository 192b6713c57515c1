-- Drafts of edits are confirmed in the transaction of their edit, summed up in lists, and sent to the buyer for consent.

alter table order_drafts
  add column revision            int not null default 1, -- rises with every change: a confirmation is of what was read
  add column confirmed_from      int,    -- the version that was edited; that of confirmed_as where nothing changed
  add column change_count        int,    -- null: written before this was counted, its content says
  add column kinds               text[] not null default '{}',  -- of the changes, each once
  add column consent_asked_at    timestamptz,
  add column consent_asked_by    text,
  add column consent_expires_at  timestamptz,
  add column consent_answer      text,
  add column consent_answered_at timestamptz,
  add column consent_answered_by text,   -- key:…, user:…, shopper:… or guest:…, never the person
  add column consent_link        text,   -- the link that was mailed with the question
  add column consent_problem     text,   -- the code of what stood against the edit when the buyer agreed
  add column consent_words       bytea,  -- sealed: what the shop wrote, and what the buyer answered
  drop constraint order_drafts_state_check,
  add constraint order_drafts_state_check check (state in ('open', 'awaiting_consent', 'confirmed', 'discarded')),
  add constraint order_drafts_answer_check
    check (consent_answer in ('agreed', 'declined', 'withdrawn', 'expired', 'outdated', 'refused')),
  add constraint order_drafts_waiting_check check (state <> 'awaiting_consent' or consent_expires_at is not null);
alter table order_drafts alter consent_words set storage external; -- sealed bytes do not compress
create index order_drafts_waiting on order_drafts (consent_expires_at) where state = 'awaiting_consent';

-- One event until now: the edit.
alter table order_drafts no force row level security;
update order_drafts set confirmed_from = confirmed_as - 1 where confirmed_as is not null;
alter table order_drafts force row level security;

-- At which stages a kind of change wants the buyer's consent, and whether only where the order comes to more.
alter table edit_rules
  add column consent_stages text[] not null default '{}',
  add column consent_when   text   not null default 'always' check (consent_when in ('always', 'dearer'));

-- Closes the drafts that the edits of a batch confirm. A unit whose draft was changed, discarded or confirmed since it was read
-- is named, and nothing of the batch is written.
create function confirm_order_drafts(p_drafts json) returns void
language plpgsql as $$
declare
  refused json;
begin
  with asked as (
    select unit, account, draft, revision, at::timestamptz as at, version_before, version_after, agreed_by
      from json_to_recordset(p_drafts) as c (unit int, account text, draft text, revision int, at text,
                                             version_before int, version_after int, agreed_by text)
  ), confirmed as (
    update order_drafts d
       set state = 'confirmed', revision = d.revision + 1, confirmed_from = a.version_before,
           confirmed_as = a.version_after, updated_at = a.at,
           consent_answer = case when a.agreed_by is not null then 'agreed'
                                 when d.state = 'awaiting_consent' then 'withdrawn' else d.consent_answer end,
           consent_answered_at = case when a.agreed_by is not null or d.state = 'awaiting_consent' then a.at
                                      else d.consent_answered_at end,
           consent_answered_by = coalesce(a.agreed_by, d.consent_answered_by)
      from asked a
     where d.account = a.account and d.draft_id = a.draft and d.revision = a.revision
       and (d.state = 'awaiting_consent' or (d.state = 'open' and a.agreed_by is null))
    returning a.unit
  )
  select json_agg(json_build_object('unit', unit, 'reason', 'draft_changed') order by unit)
    into refused
    from asked
   where unit not in (select unit from confirmed)
  having count(*) > 0;
  if found then
    raise exception 'drafts changed' using errcode = 'DK001', detail = refused;
  end if;
end $$;
