-- The drafts of all orders of which something can still become, newest first: one list of two states.

create index order_drafts_undecided on order_drafts (account, draft_id) where state in ('open', 'awaiting_consent');
