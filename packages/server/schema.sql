-- Made by npm run schema from packages/server/migrations. Do not edit.

-- sequences

create sequence order_rollup_deltas_id_seq as bigint increment 1 cache 1;

create sequence settings_changes_id_seq as bigint increment 1 cache 1;

create sequence stock_movements_id_seq as bigint increment 1 cache 1;

-- tables

create table account_heads (
  account text not null,
  seq bigint default 0 not null,
  catalogue_version bigint default 1 not null,
  constraint account_heads_pkey PRIMARY KEY (account)
) with (fillfactor=10, autovacuum_vacuum_threshold=1000, autovacuum_vacuum_scale_factor=0);

create table accounts (
  account text not null,
  name text not null,
  window_seconds integer default 1800 not null,
  placement_seconds integer default 300 not null,
  created_at timestamp with time zone default now() not null,
  default_store text default 'default'::text not null,
  default_channel text default 'default'::text not null,
  default_workflow text default 'complete'::text not null,
  rounding text default 'half_up'::text not null,
  languages text[] default '{en}'::text[] not null,
  time_zone text default 'UTC'::text not null,
  order_numbers text,
  document_numbers jsonb default '{}'::jsonb not null,
  most_documents integer default 0 not null,
  constraint accounts_account_check CHECK ((account ~ '^[a-z0-9][a-z0-9_-]{0,62}$'::text)),
  constraint accounts_most_documents_check CHECK (((most_documents >= 0) AND (most_documents <= 100000))),
  constraint accounts_pkey PRIMARY KEY (account),
  constraint accounts_placement_seconds_check CHECK ((placement_seconds > 0)),
  constraint accounts_rounding_check CHECK ((rounding = ANY (ARRAY['half_up'::text, 'half_even'::text, 'down'::text]))),
  constraint accounts_window_seconds_check CHECK ((window_seconds >= 0))
);

create table app_key_tokens (
  account text not null,
  key text not null,
  token integer not null,
  token_sha256 bytea not null,
  ending text default ''::text not null,
  created_at timestamp with time zone default now() not null,
  last_used_at timestamp with time zone,
  constraint app_key_tokens_account_key_fkey FOREIGN KEY (account, key) REFERENCES app_keys(account, key) ON DELETE CASCADE,
  constraint app_key_tokens_pkey PRIMARY KEY (account, key, token),
  constraint app_key_tokens_token_check CHECK ((token > 0))
);

create table app_keys (
  account text not null,
  key text not null,
  permissions text[] not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone,
  label text default ''::text not null,
  roles text[] default '{}'::text[] not null,
  stores text[],
  seller text,
  own boolean default false not null,
  created_by text default ''::text not null,
  constraint app_keys_key_key UNIQUE (key),
  constraint app_keys_pkey PRIMARY KEY (account, key)
);

create table carriers (
  active boolean default true not null,
  account text not null,
  code text not null,
  name text not null,
  tracking_url text,
  constraint carriers_pkey PRIMARY KEY (account, code)
);

create table cash_roundings (
  step integer not null,
  account text not null,
  currency text not null,
  direction text not null,
  payment_methods text[] not null,
  constraint cash_roundings_direction_check CHECK ((direction = ANY (ARRAY['nearest'::text, 'up'::text, 'down'::text]))),
  constraint cash_roundings_pkey PRIMARY KEY (account, currency),
  constraint cash_roundings_step_check CHECK (((step >= 2) AND (step <= 1000000)))
);

create table channels (
  active boolean default true not null,
  account text not null,
  channel text not null,
  name text not null,
  kind text not null,
  store text,
  constraint channels_kind_check CHECK ((kind = ANY (ARRAY['shop'::text, 'marketplace'::text, 'point_of_sale'::text, 'phone'::text, 'other'::text]))),
  constraint channels_pkey PRIMARY KEY (account, channel)
);

create table consignment_list (
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  cost bigint,
  orders integer not null,
  account text not null,
  consignment_id text not null,
  number text not null,
  status text not null,
  store text not null,
  currency text not null,
  carrier text,
  tracking_number text,
  constraint consignment_list_pkey PRIMARY KEY (account, consignment_id)
);

create table consignments (
  version integer not null,
  state_schema integer not null,
  account text not null,
  consignment_id text not null,
  hash bytea not null,
  state text not null,
  constraint consignments_pkey PRIMARY KEY (account, consignment_id)
);

create table coupons (
  valid_from timestamp with time zone,
  valid_until timestamp with time zone,
  max_uses integer,
  max_uses_per_customer integer,
  active boolean not null,
  account text not null,
  coupon text not null,
  promotion text not null,
  constraint coupons_account_promotion_fkey FOREIGN KEY (account, promotion) REFERENCES promotions(account, promotion),
  constraint coupons_pkey PRIMARY KEY (account, coupon)
);

create table credit_holds (
  at timestamp with time zone not null,
  authorised bigint not null,
  captured bigint default 0 not null,
  voided bigint default 0 not null,
  refunded bigint default 0 not null,
  account text not null,
  hold text not null,
  credit text not null,
  key text not null,
  order_id text not null,
  payment_id text not null,
  constraint credit_holds_account_credit_fkey FOREIGN KEY (account, credit) REFERENCES credits(account, credit),
  constraint credit_holds_account_key_key UNIQUE (account, key),
  constraint credit_holds_authorised_check CHECK ((authorised > 0)),
  constraint credit_holds_captured_check CHECK ((captured >= 0)),
  constraint credit_holds_check CHECK (((captured + voided) <= authorised)),
  constraint credit_holds_check1 CHECK ((refunded <= captured)),
  constraint credit_holds_pkey PRIMARY KEY (account, hold),
  constraint credit_holds_refunded_check CHECK ((refunded >= 0)),
  constraint credit_holds_voided_check CHECK ((voided >= 0))
);

create table credit_movements (
  at timestamp with time zone not null,
  amount bigint not null,
  balance bigint not null,
  held bigint not null,
  account text not null,
  id uuid not null,
  credit text not null,
  kind text not null,
  key text not null,
  hold text,
  order_id text,
  actor text not null,
  reason text not null,
  constraint credit_movements_account_kind_key_key UNIQUE (account, kind, key),
  constraint credit_movements_kind_check CHECK ((kind = ANY (ARRAY['adjusted'::text, 'held'::text, 'captured'::text, 'voided'::text, 'refunded'::text]))),
  constraint credit_movements_pkey PRIMARY KEY (account, id)
);

create table credits (
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  balance bigint not null,
  held bigint default 0 not null,
  active boolean not null,
  account text not null,
  credit text not null,
  kind text not null,
  currency text not null,
  customer_id text,
  code_hash bytea,
  constraint credits_balance_check CHECK ((balance >= 0)),
  constraint credits_check CHECK ((held <= balance)),
  constraint credits_held_check CHECK ((held >= 0)),
  constraint credits_kind_check CHECK ((kind = ANY (ARRAY['gift_card'::text, 'store_credit'::text]))),
  constraint credits_pkey PRIMARY KEY (account, credit)
);

create table customer_words (
  account text not null,
  customer_id text not null,
  word text collate "C" not null,
  constraint customer_words_pkey PRIMARY KEY (account, customer_id, word)
);

create table customers (
  account text not null,
  customer_id text not null,
  email text,
  first_name text,
  last_name text,
  phone text,
  document text,
  company text,
  locale text,
  forgotten_at timestamp with time zone,
  address text generated always as (lower(TRIM(BOTH FROM NORMALIZE(email, NFC)))) stored,
  groups text[] default '{}'::text[] not null,
  organisation text,
  tax_exemption text,
  constraint customers_pkey PRIMARY KEY (account, customer_id)
);

create table document_list (
  created_at timestamp with time zone not null,
  order_created_at timestamp with time zone not null,
  amount bigint,
  plain jsonb,
  account text not null,
  kind text not null,
  order_id text not null,
  document_id text not null,
  status text not null,
  currency text not null,
  store text not null,
  number text collate "C",
  outer_id text collate "C",
  parent text,
  number_key text collate "C",
  outer_key text collate "C",
  constraint document_list_pkey PRIMARY KEY (account, order_id, kind, document_id)
);

create table document_types (
  active boolean not null,
  account text not null,
  type text not null,
  definition json not null,
  constraint document_types_pkey PRIMARY KEY (account, type)
);

create table document_values (
  account text not null,
  kind text not null,
  name text not null,
  value text collate "C" not null,
  order_id text not null,
  document_id text not null,
  constraint document_values_pkey PRIMARY KEY (account, kind, name, value, order_id, document_id)
);

create table draft_order_changes (
  at timestamp with time zone not null,
  total bigint,
  version integer not null,
  revision integer not null,
  account text not null,
  draft_order_id text not null,
  kind text not null,
  actor text not null,
  parts text[] not null,
  constraint draft_order_changes_pkey PRIMARY KEY (account, draft_order_id, version)
);

create table draft_order_links (
  created_at timestamp with time zone not null,
  account text not null,
  link_id text not null,
  draft_order_id text not null,
  created_by text not null,
  token_sha256 bytea not null,
  expires_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  constraint draft_order_links_account_token_sha256_key UNIQUE (account, token_sha256),
  constraint draft_order_links_pkey PRIMARY KEY (account, link_id)
);

create table draft_orders (
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  reserved_until timestamp with time zone,
  sent_at timestamp with time zone,
  total bigint,
  version integer not null,
  revision integer not null,
  account text not null,
  draft_order_id text not null,
  state text not null,
  stock_policy text not null,
  store text not null,
  channel text not null,
  currency text not null,
  customer_id text,
  order_id text,
  created_by text not null,
  content bytea storage external,
  buyer bytea storage external,
  pieces integer,
  constraint draft_orders_check CHECK (((state = 'placed'::text) = (order_id IS NOT NULL))),
  constraint draft_orders_check1 CHECK (((content IS NOT NULL) OR (state = ANY (ARRAY['placed'::text, 'cancelled'::text])))),
  constraint draft_orders_pkey PRIMARY KEY (account, draft_order_id),
  constraint draft_orders_state_check CHECK ((state = ANY (ARRAY['open'::text, 'sent'::text, 'placed'::text, 'expired'::text, 'cancelled'::text]))),
  constraint draft_orders_stock_policy_check CHECK ((stock_policy = ANY (ARRAY['none'::text, 'soft'::text, 'firm'::text])))
);

create table edit_rules (
  account text not null,
  change text not null,
  stages text[] not null,
  consent_stages text[] default '{}'::text[] not null,
  consent_when text default 'always'::text not null,
  constraint edit_rules_consent_when_check CHECK ((consent_when = ANY (ARRAY['always'::text, 'dearer'::text]))),
  constraint edit_rules_pkey PRIMARY KEY (account, change)
);

create table events (
  version integer not null,
  schema integer not null,
  seq bigint not null,
  at timestamp with time zone not null,
  command_id uuid not null,
  account text not null,
  stream_kind text not null,
  stream_id text not null,
  type text not null,
  actor text not null,
  reason text not null,
  prev_hash bytea not null,
  hash bytea not null,
  personal bytea storage main,
  data text not null storage main,
  constraint events_account_seq_key UNIQUE (account, seq),
  constraint events_pkey PRIMARY KEY (account, stream_kind, stream_id, version)
) with (toast_tuple_target=4064);

create table feed_deliveries (
  account text not null,
  feed text not null,
  sequence bigint not null,
  attempt integer not null,
  order_id text not null,
  at timestamp with time zone not null,
  millis integer not null,
  url text not null,
  request text not null,
  status integer,
  error text,
  answer bytea,
  constraint feed_deliveries_pkey PRIMARY KEY (account, feed, sequence, attempt)
);

create table feed_items (
  account text not null,
  feed text not null,
  sequence bigint not null,
  seq bigint not null,
  order_id text not null,
  version integer not null,
  domain text not null,
  state text not null,
  last_state text not null,
  last_change timestamp with time zone not null,
  current_change timestamp with time zone not null,
  created_at timestamp with time zone not null,
  visible_at timestamp with time zone not null,
  takes integer default 0 not null,
  receipt uuid,
  done_at timestamp with time zone,
  constraint feed_items_pkey PRIMARY KEY (account, feed, sequence)
) with (fillfactor=70);

create table feed_orders (
  account text not null,
  feed text not null,
  order_id text not null,
  constraint feed_orders_pkey PRIMARY KEY (account, feed, order_id)
);

create table feed_positions (
  account text not null,
  "position" bigint not null,
  config_version bigint default 1 not null,
  last_error text,
  constraint feed_positions_pkey PRIMARY KEY (account)
) with (fillfactor=20);

create table feeds (
  account text not null,
  feed text not null,
  name text not null,
  owner text default ''::text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  filter_type text not null,
  statuses text[] default '{}'::text[] not null,
  expression text,
  document text not null,
  every_match boolean default false not null,
  since bigint not null,
  "position" bigint,
  last_sequence bigint default 0 not null,
  hidden_seconds integer not null,
  retention_seconds integer not null,
  expression_failures integer default 0 not null,
  stopped_at timestamp with time zone,
  paused_at timestamp with time zone,
  pause_reason text,
  url text,
  headers bytea,
  secret bytea,
  failed_rounds integer default 0 not null,
  resting_until timestamp with time zone,
  constraint feeds_check CHECK (((filter_type = 'order'::text) = (expression IS NOT NULL))),
  constraint feeds_check1 CHECK (((url IS NOT NULL) OR ((headers IS NULL) AND (secret IS NULL)))),
  constraint feeds_document_check CHECK ((document = ANY (ARRAY['docket'::text, 'vtex'::text]))),
  constraint feeds_filter_type_check CHECK ((filter_type = ANY (ARRAY['status'::text, 'order'::text]))),
  constraint feeds_hidden_seconds_check CHECK (((hidden_seconds >= 0) AND (hidden_seconds <= 43200))),
  constraint feeds_pkey PRIMARY KEY (account, feed),
  constraint feeds_retention_seconds_check CHECK (((retention_seconds >= 3600) AND (retention_seconds <= 31536000)))
) with (fillfactor=50);

create table forgotten_subjects (
  account text not null,
  subject text not null,
  forgotten_at timestamp with time zone not null,
  certificate jsonb not null,
  constraint forgotten_subjects_pkey PRIMARY KEY (account, subject)
);

create table gateway_log (
  at timestamp with time zone not null,
  millis integer not null,
  status integer,
  account text not null,
  id uuid not null,
  provider text not null,
  operation text not null,
  order_id text,
  payment_id text,
  method text not null,
  url text not null,
  error text,
  sealed bytea,
  constraint gateway_log_pkey PRIMARY KEY (account, id)
);

create table guest_links (
  account text not null,
  link_id text not null,
  order_id text not null,
  token_sha256 bytea not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  expires_at timestamp with time zone not null,
  constraint guest_links_account_token_sha256_key UNIQUE (account, token_sha256),
  constraint guest_links_pkey PRIMARY KEY (account, link_id)
);

create table hold_types (
  active boolean default true not null,
  account text not null,
  hold_type text not null,
  name text not null,
  blocks text[] not null,
  release_by text,
  constraint hold_types_blocks_check CHECK ((cardinality(blocks) > 0)),
  constraint hold_types_pkey PRIMARY KEY (account, hold_type)
);

create table idempotency (
  account text not null,
  credential text not null,
  key text not null,
  content text not null,
  order_id text not null,
  version integer not null,
  outcome text not null,
  at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (account, credential, key)
);

create table import_chunks (
  file integer not null,
  nth integer not null,
  account text not null,
  import_id uuid not null,
  bytes bytea not null storage external,
  constraint import_chunks_pkey PRIMARY KEY (account, import_id, file, nth)
);

create table import_rejections (
  nth bigint not null,
  value bigint,
  line integer not null,
  account text not null,
  import_id uuid not null,
  file text not null,
  record text not null,
  reason text not null,
  constraint import_rejections_pkey PRIMARY KEY (account, import_id, nth)
);

create table imports (
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  bytes bigint default 0 not null,
  staged_rows bigint default 0 not null,
  done_rows bigint default 0 not null,
  orders bigint default 0 not null,
  present bigint default 0 not null,
  documents bigint default 0 not null,
  rejected bigint default 0 not null,
  stop boolean default false not null,
  account text not null,
  import_id uuid not null,
  state text not null,
  origin text not null,
  created_by text not null,
  source text,
  mapping text not null,
  files jsonb not null,
  fingerprint text,
  "position" text,
  sums jsonb default '[]'::jsonb not null,
  failure text,
  constraint imports_origin_check CHECK ((origin = ANY (ARRAY['upload'::text, 'command'::text]))),
  constraint imports_pkey PRIMARY KEY (account, import_id),
  constraint imports_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);

create table installation (
  name text not null,
  value text not null,
  constraint installation_pkey PRIMARY KEY (name)
);

create table kept_answers (
  at timestamp with time zone not null,
  account text not null,
  name bytea not null,
  content text not null,
  answer bytea not null,
  constraint kept_answers_pkey PRIMARY KEY (account, name)
);

create table login_attempts (
  subject bytea not null,
  attempts integer not null,
  expires_at timestamp with time zone not null,
  constraint login_attempts_pkey PRIMARY KEY (subject)
);

create table mails (
  account text not null,
  id uuid not null,
  created_at timestamp with time zone not null,
  kind text not null,
  language text not null,
  recipient text not null,
  order_id text,
  state text not null,
  attempts integer default 0 not null,
  resent integer default 0 not null,
  last_error text,
  sent_at timestamp with time zone,
  useful_until timestamp with time zone,
  personal bytea,
  draft_order_id text,
  constraint mails_pkey PRIMARY KEY (account, id),
  constraint mails_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'kept'::text, 'failed'::text, 'withheld'::text])))
);

create table memberships (
  account text not null,
  user_id text not null,
  roles text[] not null,
  stores text[],
  seller text,
  own boolean default false not null,
  invited_by text not null,
  created_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  disabled_at timestamp with time zone,
  constraint memberships_pkey PRIMARY KEY (account, user_id)
);

create table number_blocks (
  account text not null,
  kind text not null,
  next bigint not null,
  constraint number_blocks_pkey PRIMARY KEY (account, kind)
);

create table order_drafts (
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  base_version integer not null,
  confirmed_as integer,
  account text not null,
  draft_id text not null,
  order_id text not null,
  state text not null,
  created_by text not null,
  content bytea not null storage external,
  revision integer default 1 not null,
  confirmed_from integer,
  change_count integer,
  kinds text[] default '{}'::text[] not null,
  consent_asked_at timestamp with time zone,
  consent_asked_by text,
  consent_expires_at timestamp with time zone,
  consent_answer text,
  consent_answered_at timestamp with time zone,
  consent_answered_by text,
  consent_link text,
  consent_problem text,
  consent_words bytea storage external,
  constraint order_drafts_answer_check CHECK ((consent_answer = ANY (ARRAY['agreed'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text, 'outdated'::text, 'refused'::text]))),
  constraint order_drafts_pkey PRIMARY KEY (account, draft_id),
  constraint order_drafts_state_check CHECK ((state = ANY (ARRAY['open'::text, 'awaiting_consent'::text, 'confirmed'::text, 'discarded'::text]))),
  constraint order_drafts_waiting_check CHECK (((state <> 'awaiting_consent'::text) OR (consent_expires_at IS NOT NULL)))
);

create table order_external_ids (
  account text not null,
  source text not null,
  external_id text not null,
  order_id text not null,
  constraint order_external_ids_pkey PRIMARY KEY (account, source, external_id)
);

create table order_list (
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  due_at timestamp with time zone,
  sequence bigint not null,
  total bigint not null,
  due_amount bigint not null,
  version integer not null,
  group_position integer not null,
  pieces integer not null,
  complete boolean not null,
  deleted boolean not null,
  has_note boolean not null,
  account text not null,
  order_id text not null,
  order_group text not null,
  status text not null,
  orion_status text not null,
  virto_status text not null,
  stage text not null,
  payment_state text not null,
  shipping_state text not null,
  store text not null,
  channel text not null,
  origin text not null,
  workflow text not null,
  currency text not null,
  customer_id text,
  assignee text,
  buyer_name text,
  buyer_email text,
  sellers text[] not null,
  tags text[] not null,
  external_ids text[] not null,
  tokens tsvector not null,
  number text,
  authorised_at timestamp with time zone,
  invoiced_at timestamp with time zone,
  has_return_invoice boolean default false not null,
  on_hold boolean default false not null,
  constraint order_list_pkey PRIMARY KEY (account, created_at, order_id)
) partition by RANGE (created_at);

create table order_rollup_deltas (
  account text not null,
  id bigint generated always as identity not null,
  day date not null,
  status text not null,
  origin text not null,
  channel text not null,
  store text not null,
  currency text not null,
  orders bigint not null,
  amount numeric not null,
  amount_sq numeric not null,
  constraint order_rollup_deltas_pkey PRIMARY KEY (account, id)
) with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=5000);

create table order_rollup_months (
  account text not null,
  month date not null,
  status text not null,
  origin text not null,
  channel text not null,
  store text not null,
  currency text not null,
  orders bigint not null,
  amount numeric not null,
  constraint order_rollup_months_pkey PRIMARY KEY (account, month, status, origin, channel, store, currency)
);

create table order_rollups (
  account text not null,
  day date not null,
  status text not null,
  origin text not null,
  channel text not null,
  store text not null,
  currency text not null,
  orders bigint not null,
  amount numeric not null,
  amount_sq numeric not null,
  constraint order_rollups_pkey PRIMARY KEY (account, day, status, origin, channel, store, currency)
);

create table order_views (
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  "position" integer not null,
  shared boolean not null,
  account text not null,
  view_id text not null,
  owner text not null,
  name text not null,
  query jsonb not null,
  columns text[] not null,
  people text[] not null,
  constraint order_views_pkey PRIMARY KEY (account, view_id)
);

create table orders (
  version integer not null,
  state_schema integer not null,
  account text not null,
  order_id text not null,
  hash bytea not null,
  head text not null storage main,
  lines text not null storage main,
  documents text not null storage main,
  carried text not null storage main,
  constraint orders_pkey PRIMARY KEY (account, order_id)
) with (toast_tuple_target=4064);

create table password_resets (
  code_sha256 bytea not null,
  user_id text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint password_resets_pkey PRIMARY KEY (code_sha256)
);

create table payment_events (
  received_at timestamp with time zone not null,
  next_at timestamp with time zone,
  settled_at timestamp with time zone,
  tries integer default 0 not null,
  paid boolean not null,
  account text not null,
  provider text not null,
  event_id text not null,
  id uuid not null,
  type text not null,
  state text not null,
  outer_id text,
  order_id text,
  payment_id text,
  problem text,
  message text,
  lease_until timestamp with time zone,
  settled_by text,
  constraint payment_events_pkey PRIMARY KEY (account, provider, event_id),
  constraint payment_events_problem_check CHECK ((problem = ANY (ARRAY['no_order'::text, 'conflict'::text, 'not_answered'::text, 'error'::text]))),
  constraint payment_events_state_check CHECK ((state = ANY (ARRAY['received'::text, 'applied'::text, 'ignored'::text, 'failed'::text])))
);

create table payment_positions (
  account text not null,
  "position" bigint not null,
  last_error text,
  constraint payment_positions_pkey PRIMARY KEY (account)
) with (fillfactor=20);

create table payment_providers (
  active boolean not null,
  account text not null,
  provider text not null,
  name text not null,
  adapter text not null,
  url text,
  behaviours text[] not null,
  secrets bytea,
  constraint payment_providers_adapter_check CHECK ((adapter = ANY (ARRAY['manual'::text, 'sandbox'::text, 'stripe'::text, 'store_credit'::text]))),
  constraint payment_providers_pkey PRIMARY KEY (account, provider)
);

create table pickup_points (
  active boolean default true not null,
  account text not null,
  code text not null,
  name text not null,
  address jsonb,
  opening_hours text,
  constraint pickup_points_pkey PRIMARY KEY (account, code)
);

create table previews (
  expires_at timestamp with time zone not null,
  account text not null,
  token_sha256 bytea not null,
  credential text not null,
  subjects text[] not null,
  content bytea not null storage external,
  constraint previews_pkey PRIMARY KEY (account, token_sha256)
);

create table price_list_entries (
  account text not null,
  price_list text not null,
  sku text collate "C" not null,
  tiers jsonb not null,
  constraint price_list_entries_account_price_list_fkey FOREIGN KEY (account, price_list) REFERENCES price_lists(account, price_list) ON DELETE CASCADE,
  constraint price_list_entries_pkey PRIMARY KEY (account, price_list, sku)
);

create table price_lists (
  valid_from timestamp with time zone,
  valid_until timestamp with time zone,
  priority integer not null,
  active boolean not null,
  account text not null,
  price_list text not null,
  name text not null,
  currency text not null,
  stores text[] not null,
  channels text[] not null,
  groups text[] not null,
  organisations text[] not null,
  constraint price_lists_pkey PRIMARY KEY (account, price_list)
);

create table product_words (
  account text not null,
  sku text not null,
  word text collate "C" not null,
  constraint product_words_pkey PRIMARY KEY (account, sku, word)
);

create table products (
  account text not null,
  sku text not null,
  gtin text,
  name text not null,
  price_micros bigint,
  currency text,
  counted boolean default true not null,
  place text default 'main'::text not null,
  image_url text,
  category text,
  tax_category text,
  constraint products_check CHECK (((price_micros IS NULL) OR (currency IS NOT NULL))),
  constraint products_image_url_check CHECK (((image_url ~ '^(https://|/[^/\\])'::text) AND (length(image_url) <= 1000))),
  constraint products_pkey PRIMARY KEY (account, sku),
  constraint products_price_micros_check CHECK ((price_micros >= 0))
);

create table promotion_uses (
  at timestamp with time zone not null,
  given_back timestamp with time zone,
  account text not null,
  order_id text not null,
  promotion text not null,
  coupon text,
  customer_id text,
  constraint promotion_uses_pkey PRIMARY KEY (account, order_id, promotion)
);

create table promotions (
  valid_from timestamp with time zone,
  valid_until timestamp with time zone,
  priority integer not null,
  max_uses integer,
  max_uses_per_customer integer,
  active boolean not null,
  needs_coupon boolean not null,
  account text not null,
  promotion text not null,
  name text not null,
  currency text,
  conditions jsonb not null,
  reward jsonb not null,
  rewarded jsonb,
  combination jsonb not null,
  constraint promotions_pkey PRIMARY KEY (account, promotion)
);

create table return_policies (
  enabled boolean not null,
  window_days integer not null,
  account text not null,
  scope text not null,
  statuses text[],
  constraint return_policies_pkey PRIMARY KEY (account, scope),
  constraint return_policies_window_days_check CHECK (((window_days >= 0) AND (window_days <= 3650)))
);

create table return_reasons (
  comment_needed boolean default false not null,
  active boolean default true not null,
  account text not null,
  reason text not null,
  used_for text not null,
  labels jsonb not null,
  constraint return_reasons_pkey PRIMARY KEY (account, reason),
  constraint return_reasons_used_for_check CHECK ((used_for = ANY (ARRAY['request'::text, 'rejection'::text])))
);

create table roles (
  account text not null,
  role text not null,
  name text not null,
  permissions text[] not null,
  created_at timestamp with time zone default now() not null,
  constraint roles_pkey PRIMARY KEY (account, role),
  constraint roles_role_check CHECK ((role ~ '^[a-z0-9][a-z0-9_-]{0,62}$'::text))
);

create table settings_changes (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  account text not null,
  actor text not null,
  kind text not null,
  key text not null,
  action text not null,
  fields text[] not null,
  before jsonb,
  after jsonb,
  constraint settings_changes_action_check CHECK ((action = ANY (ARRAY['created'::text, 'changed'::text, 'removed'::text]))),
  constraint settings_changes_check CHECK ((((before IS NULL) = (action = 'created'::text)) AND ((after IS NULL) = (action = 'removed'::text)))),
  constraint settings_changes_pkey PRIMARY KEY (account, id)
);

create table shipping_methods (
  account text not null,
  code text not null,
  name text not null,
  price bigint not null,
  currency text not null,
  constraint shipping_methods_pkey PRIMARY KEY (account, code),
  constraint shipping_methods_price_check CHECK ((price >= 0))
);

create table shopper_codes (
  account text not null,
  recipient text not null,
  code_hash bytea not null,
  tries integer default 0 not null,
  expires_at timestamp with time zone not null,
  constraint shopper_codes_pkey PRIMARY KEY (account, recipient)
);

create table shopper_sessions (
  account text not null,
  session_id text not null,
  token_sha256 bytea not null,
  recipient text not null,
  address bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint shopper_sessions_account_token_sha256_key UNIQUE (account, token_sha256),
  constraint shopper_sessions_pkey PRIMARY KEY (account, session_id)
);

create table stock (
  on_hand bigint not null,
  claimed bigint default 0 not null,
  confirmed bigint default 0 not null,
  account text not null,
  sku text not null,
  place text not null,
  constraint stock_claimed_check CHECK ((claimed >= 0)),
  constraint stock_confirmed_check CHECK ((confirmed >= 0)),
  constraint stock_not_oversold CHECK ((((on_hand - claimed) - confirmed) >= 0)),
  constraint stock_on_hand_check CHECK ((on_hand >= 0)),
  constraint stock_pkey PRIMARY KEY (account, sku, place)
) with (fillfactor=50);

create table stock_movements (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  quantity bigint not null,
  on_hand_before bigint not null,
  claimed_before bigint not null,
  confirmed_before bigint not null,
  on_hand_after bigint not null,
  claimed_after bigint not null,
  confirmed_after bigint not null,
  account text not null,
  sku text not null,
  place text not null,
  kind text not null,
  order_id text,
  line_id text,
  reason text,
  actor text,
  request text,
  content text,
  constraint stock_movements_pkey PRIMARY KEY (account, sku, place, id)
);

create table stock_places (
  active boolean default true not null,
  account text not null,
  place text not null,
  name text not null,
  address jsonb,
  constraint stock_places_pkey PRIMARY KEY (account, place)
);

create table stock_reservations (
  reserved_at timestamp with time zone not null,
  quantity bigint not null,
  account text not null,
  sku text not null,
  place text not null,
  draft_order_id text not null,
  constraint stock_reservations_pkey PRIMARY KEY (account, sku, place, draft_order_id),
  constraint stock_reservations_quantity_check CHECK ((quantity > 0))
);

create table stores (
  account text not null,
  store text not null,
  name text not null,
  currency text,
  languages text[] default '{}'::text[] not null,
  time_zone text,
  active boolean default true not null,
  order_numbers text,
  document_numbers jsonb default '{}'::jsonb not null,
  constraint stores_pkey PRIMARY KEY (account, store)
);

create table subject_keys (
  account text not null,
  stream_kind text not null,
  stream_id text not null,
  subject text not null,
  wrapped_key bytea,
  forgotten_at timestamp with time zone,
  constraint subject_keys_check CHECK (((wrapped_key IS NULL) = (forgotten_at IS NOT NULL))),
  constraint subject_keys_pkey PRIMARY KEY (account, stream_kind, stream_id)
);

create table target_fields (
  account text not null,
  target text not null,
  fields json not null,
  constraint target_fields_pkey PRIMARY KEY (account, target)
);

create table tasks (
  due timestamp with time zone not null,
  lease_until timestamp with time zone,
  failed_at timestamp with time zone,
  attempts integer default 0 not null,
  account text not null,
  kind text not null,
  key text not null,
  leased_by text,
  last_error text,
  payload jsonb not null,
  constraint tasks_pkey PRIMARY KEY (account, kind, key)
) with (fillfactor=80);

create table tax_documents (
  updated_at timestamp with time zone not null,
  filed_at timestamp with time zone,
  charged bigint not null,
  tax bigint,
  tries integer default 0 not null,
  resend boolean default false not null,
  account text not null,
  code text not null,
  order_id text not null,
  store text not null,
  provider text not null,
  kind text not null,
  paper text not null,
  state text not null,
  currency text not null,
  content_hash text,
  provider_id text,
  error text,
  request bytea,
  answer bytea,
  service text,
  constraint tax_documents_kind_check CHECK ((kind = ANY (ARRAY['sale'::text, 'refund'::text]))),
  constraint tax_documents_pkey PRIMARY KEY (account, code),
  constraint tax_documents_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'filed'::text, 'voided'::text, 'failed'::text])))
);

create table tax_positions (
  account text not null,
  "position" bigint not null,
  constraint tax_positions_pkey PRIMARY KEY (account)
) with (fillfactor=20);

create table tax_rates (
  valid_from timestamp with time zone,
  valid_until timestamp with time zone,
  rate_millionths integer not null,
  account text not null,
  tax_rate text not null,
  name text not null,
  country text,
  region text,
  category text not null,
  constraint tax_rates_check CHECK (((region IS NULL) OR (country IS NOT NULL))),
  constraint tax_rates_pkey PRIMARY KEY (account, tax_rate),
  constraint tax_rates_rate_millionths_check CHECK (((rate_millionths >= 0) AND (rate_millionths <= 1000000)))
);

create table tax_runs (
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  after_at timestamp with time zone,
  after_id text,
  orders bigint default 0 not null,
  account text not null,
  run text not null,
  store text not null,
  started_by text not null,
  constraint tax_runs_pkey PRIMARY KEY (account, run)
);

create table tax_settings (
  taxes_orders boolean not null,
  account text not null,
  store text not null,
  provider text not null,
  discounts text not null,
  rounding text not null,
  shipping_category text,
  ship_from jsonb,
  tax_codes jsonb not null,
  service_url text,
  service_account text,
  company_code text,
  licence_key bytea,
  constraint tax_settings_account_store_fkey FOREIGN KEY (account, store) REFERENCES stores(account, store) ON DELETE CASCADE,
  constraint tax_settings_discounts_check CHECK ((discounts = ANY (ARRAY['distribute'::text, 'after'::text]))),
  constraint tax_settings_pkey PRIMARY KEY (account, store),
  constraint tax_settings_provider_check CHECK ((provider = ANY (ARRAY['none'::text, 'rates'::text, 'avatax'::text]))),
  constraint tax_settings_rounding_check CHECK ((rounding = ANY (ARRAY['line'::text, 'rate'::text])))
);

create table use_counters (
  uses bigint not null,
  account text not null,
  kind text not null,
  id text not null,
  customer text not null,
  constraint use_counters_pkey PRIMARY KEY (account, kind, id, customer),
  constraint use_counters_uses_check CHECK ((uses >= 0))
);

create table user_invitations (
  account text not null,
  user_id text not null,
  code_sha256 bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint user_invitations_code_sha256_key UNIQUE (code_sha256),
  constraint user_invitations_pkey PRIMARY KEY (account, user_id)
);

create table user_sessions (
  session_id text not null,
  token_sha256 bytea not null,
  user_id text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  user_agent text default ''::text not null,
  constraint user_sessions_pkey PRIMARY KEY (session_id),
  constraint user_sessions_token_sha256_key UNIQUE (token_sha256)
);

create table users (
  user_id text not null,
  email text,
  name text,
  password_hash text,
  locale text,
  created_at timestamp with time zone not null,
  last_login_at timestamp with time zone,
  disabled_at timestamp with time zone,
  constraint users_email_check CHECK ((email <> ''::text)),
  constraint users_email_key UNIQUE (email),
  constraint users_pkey PRIMARY KEY (user_id)
);

create table workflow_versions (
  version integer not null,
  published_at timestamp with time zone not null,
  account text not null,
  workflow text not null,
  published_by text not null,
  definition json not null,
  constraint workflow_versions_pkey PRIMARY KEY (account, workflow, version)
);

create table workflows (
  version integer default 0 not null,
  retired boolean default false not null,
  account text not null,
  workflow text not null,
  draft json,
  constraint workflows_check CHECK (((version > 0) OR (draft IS NOT NULL))),
  constraint workflows_pkey PRIMARY KEY (account, workflow)
);

-- partitions

create table order_list_2015 partition of order_list FOR VALUES FROM ('2015-01-01 00:00:00+00') TO ('2016-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2016 partition of order_list FOR VALUES FROM ('2016-01-01 00:00:00+00') TO ('2017-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2017 partition of order_list FOR VALUES FROM ('2017-01-01 00:00:00+00') TO ('2018-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2018 partition of order_list FOR VALUES FROM ('2018-01-01 00:00:00+00') TO ('2019-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2019 partition of order_list FOR VALUES FROM ('2019-01-01 00:00:00+00') TO ('2020-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2020 partition of order_list FOR VALUES FROM ('2020-01-01 00:00:00+00') TO ('2021-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2021 partition of order_list FOR VALUES FROM ('2021-01-01 00:00:00+00') TO ('2022-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2022 partition of order_list FOR VALUES FROM ('2022-01-01 00:00:00+00') TO ('2023-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2023 partition of order_list FOR VALUES FROM ('2023-01-01 00:00:00+00') TO ('2024-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2024 partition of order_list FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2025 partition of order_list FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_01 partition of order_list FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_02 partition of order_list FOR VALUES FROM ('2026-02-01 00:00:00+00') TO ('2026-03-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_03 partition of order_list FOR VALUES FROM ('2026-03-01 00:00:00+00') TO ('2026-04-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_04 partition of order_list FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-05-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_05 partition of order_list FOR VALUES FROM ('2026-05-01 00:00:00+00') TO ('2026-06-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_06 partition of order_list FOR VALUES FROM ('2026-06-01 00:00:00+00') TO ('2026-07-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_07 partition of order_list FOR VALUES FROM ('2026-07-01 00:00:00+00') TO ('2026-08-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_08 partition of order_list FOR VALUES FROM ('2026-08-01 00:00:00+00') TO ('2026-09-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_09 partition of order_list FOR VALUES FROM ('2026-09-01 00:00:00+00') TO ('2026-10-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_10 partition of order_list FOR VALUES FROM ('2026-10-01 00:00:00+00') TO ('2026-11-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_11 partition of order_list FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2026_12 partition of order_list FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2027_01 partition of order_list FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2027_02 partition of order_list FOR VALUES FROM ('2027-02-01 00:00:00+00') TO ('2027-03-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_2027_03 partition of order_list FOR VALUES FROM ('2027-03-01 00:00:00+00') TO ('2027-04-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_future partition of order_list FOR VALUES FROM ('2027-04-01 00:00:00+00') TO (MAXVALUE) with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

create table order_list_past partition of order_list FOR VALUES FROM (MINVALUE) TO ('2015-01-01 00:00:00+00') with (autovacuum_vacuum_insert_scale_factor=0.05, autovacuum_analyze_scale_factor=0.05);

-- indexes

CREATE INDEX consignment_list_created ON public.consignment_list USING btree (account, created_at, consignment_id);

CREATE INDEX consignment_list_number ON public.consignment_list USING btree (account, number);

CREATE INDEX consignment_list_status ON public.consignment_list USING btree (account, status, created_at, consignment_id);

CREATE INDEX consignment_list_tracking ON public.consignment_list USING btree (account, tracking_number) WHERE (tracking_number IS NOT NULL);

CREATE INDEX coupons_promotion ON public.coupons USING btree (account, promotion, coupon);

CREATE INDEX credit_movements_credit ON public.credit_movements USING btree (account, credit, id);

CREATE INDEX credit_movements_hold ON public.credit_movements USING btree (account, hold, id) WHERE (hold IS NOT NULL);

CREATE UNIQUE INDEX credits_code ON public.credits USING btree (account, code_hash) WHERE (code_hash IS NOT NULL);

CREATE INDEX credits_customer ON public.credits USING btree (account, customer_id, credit) WHERE (customer_id IS NOT NULL);

CREATE INDEX customer_words_word ON public.customer_words USING btree (account, word, customer_id);

CREATE INDEX customers_address ON public.customers USING btree (account, address) WHERE (address IS NOT NULL);

CREATE INDEX document_list_amount ON public.document_list USING btree (account, kind, amount) WHERE (amount IS NOT NULL);

CREATE INDEX document_list_created ON public.document_list USING btree (account, kind, created_at, order_id, document_id);

CREATE INDEX document_list_number_key ON public.document_list USING btree (account, number_key) WHERE (number_key IS NOT NULL);

CREATE INDEX document_list_outer ON public.document_list USING btree (account, outer_id) WHERE (outer_id IS NOT NULL);

CREATE INDEX document_list_outer_key ON public.document_list USING btree (account, outer_key) WHERE (outer_key IS NOT NULL);

CREATE INDEX document_list_status ON public.document_list USING btree (account, kind, status, created_at, order_id, document_id);

CREATE INDEX document_values_order ON public.document_values USING btree (account, order_id);

CREATE INDEX draft_order_links_by_end ON public.draft_order_links USING btree (expires_at);

CREATE INDEX draft_order_links_of ON public.draft_order_links USING btree (account, draft_order_id);

CREATE INDEX draft_orders_by_state ON public.draft_orders USING btree (account, state, draft_order_id);

CREATE INDEX draft_orders_of_customer ON public.draft_orders USING btree (account, customer_id, draft_order_id) WHERE (customer_id IS NOT NULL);

CREATE INDEX feed_deliveries_at ON public.feed_deliveries USING btree (account, feed, at);

CREATE INDEX feed_deliveries_order ON public.feed_deliveries USING btree (account, order_id);

CREATE INDEX feed_items_done ON public.feed_items USING btree (account, feed, done_at) WHERE (done_at IS NOT NULL);

CREATE INDEX feed_items_open ON public.feed_items USING btree (account, feed, sequence) WHERE (done_at IS NULL);

CREATE INDEX feed_items_order ON public.feed_items USING btree (account, feed, order_id, sequence) WHERE (done_at IS NULL);

CREATE INDEX feeds_owner ON public.feeds USING btree (account, owner) WHERE (owner <> ''::text);

CREATE INDEX gateway_log_at ON public.gateway_log USING btree (at);

CREATE INDEX gateway_log_failed ON public.gateway_log USING btree (account, id) WHERE ((error IS NOT NULL) OR (COALESCE(status, 0) >= 400));

CREATE INDEX gateway_log_operation ON public.gateway_log USING btree (account, operation, id);

CREATE INDEX gateway_log_order ON public.gateway_log USING btree (account, order_id, id) WHERE (order_id IS NOT NULL);

CREATE INDEX gateway_log_provider ON public.gateway_log USING btree (account, provider, id);

CREATE INDEX guest_links_order ON public.guest_links USING btree (account, order_id);

CREATE INDEX idempotency_at ON public.idempotency USING btree (account, at);

CREATE INDEX imports_fingerprint ON public.imports USING btree (account, fingerprint) WHERE (fingerprint IS NOT NULL);

CREATE INDEX imports_waiting ON public.imports USING btree (created_at) WHERE ((state = ANY (ARRAY['waiting'::text, 'running'::text])) AND (origin = 'upload'::text));

CREATE INDEX kept_answers_at ON public.kept_answers USING btree (at);

CREATE INDEX mails_draft_order ON public.mails USING btree (account, draft_order_id) WHERE (draft_order_id IS NOT NULL);

CREATE INDEX mails_order ON public.mails USING btree (account, order_id) WHERE (order_id IS NOT NULL);

CREATE INDEX mails_recipient ON public.mails USING btree (account, recipient, id);

CREATE INDEX memberships_of_user ON public.memberships USING btree (user_id);

CREATE INDEX order_drafts_by_state ON public.order_drafts USING btree (account, state, draft_id);

CREATE INDEX order_drafts_of_order ON public.order_drafts USING btree (account, order_id, draft_id);

CREATE INDEX order_drafts_undecided ON public.order_drafts USING btree (account, draft_id) WHERE (state = ANY (ARRAY['open'::text, 'awaiting_consent'::text]));

CREATE INDEX order_drafts_waiting ON public.order_drafts USING btree (consent_expires_at) WHERE (state = 'awaiting_consent'::text);

CREATE INDEX order_external_ids_order ON public.order_external_ids USING btree (account, order_id);

CREATE INDEX order_list_authorised ON ONLY public.order_list USING btree (account, authorised_at) WHERE (authorised_at IS NOT NULL);

CREATE INDEX order_list_customer ON ONLY public.order_list USING btree (account, customer_id, created_at, order_id) WHERE (customer_id IS NOT NULL);

CREATE INDEX order_list_due ON ONLY public.order_list USING btree (account, due_at, order_id) WHERE (due_at IS NOT NULL);

CREATE INDEX order_list_invoiced ON ONLY public.order_list USING btree (account, invoiced_at) WHERE (invoiced_at IS NOT NULL);

CREATE INDEX order_list_status ON ONLY public.order_list USING btree (account, status, created_at, order_id);

CREATE INDEX order_list_tokens ON ONLY public.order_list USING gin (tokens) WITH (fastupdate='on', gin_pending_list_limit='1024');

CREATE INDEX order_list_total ON ONLY public.order_list USING btree (account, total, order_id);

CREATE INDEX order_list_updated ON ONLY public.order_list USING btree (account, updated_at, order_id);

CREATE INDEX order_views_position ON public.order_views USING btree (account, "position", view_id);

CREATE INDEX password_resets_of_user ON public.password_resets USING btree (user_id);

CREATE INDEX payment_events_alarms ON public.payment_events USING btree (account, id) WHERE ((state = ANY (ARRAY['received'::text, 'failed'::text])) AND paid AND (problem = 'no_order'::text));

CREATE INDEX payment_events_due ON public.payment_events USING btree (next_at) WHERE (next_at IS NOT NULL);

CREATE UNIQUE INDEX payment_events_id ON public.payment_events USING btree (account, id);

CREATE INDEX payment_events_order ON public.payment_events USING btree (account, order_id, id) WHERE (order_id IS NOT NULL);

CREATE INDEX payment_events_provider ON public.payment_events USING btree (account, provider, id);

CREATE INDEX payment_events_settled ON public.payment_events USING btree (settled_at) WHERE (settled_at IS NOT NULL);

CREATE INDEX payment_events_state ON public.payment_events USING btree (account, state, id);

CREATE INDEX previews_expired ON public.previews USING btree (expires_at);

CREATE INDEX price_list_entries_sku ON public.price_list_entries USING btree (account, sku, price_list);

CREATE INDEX product_words_word ON public.product_words USING btree (account, word, sku);

CREATE INDEX products_gtin ON public.products USING btree (account, gtin) WHERE (gtin IS NOT NULL);

CREATE INDEX promotion_uses_promotion ON public.promotion_uses USING btree (account, promotion, at, order_id);

CREATE INDEX settings_changes_at ON public.settings_changes USING btree (account, at);

CREATE INDEX settings_changes_key ON public.settings_changes USING btree (account, kind, key, id);

CREATE INDEX shopper_sessions_recipient ON public.shopper_sessions USING btree (account, recipient);

CREATE INDEX stock_movements_request ON public.stock_movements USING btree (account, request) WHERE (request IS NOT NULL);

CREATE INDEX stock_reservations_of ON public.stock_reservations USING btree (account, draft_order_id);

CREATE INDEX subject_keys_subject ON public.subject_keys USING btree (account, subject);

CREATE INDEX tasks_due ON public.tasks USING btree (due) WHERE (failed_at IS NULL);

CREATE INDEX tasks_failed ON public.tasks USING btree (account, failed_at) WHERE (failed_at IS NOT NULL);

CREATE INDEX tax_documents_order ON public.tax_documents USING btree (account, order_id, code);

CREATE INDEX tax_documents_state ON public.tax_documents USING btree (account, state, updated_at DESC, code DESC);

CREATE INDEX tax_documents_updated ON public.tax_documents USING btree (account, updated_at DESC, code DESC);

CREATE INDEX tax_rates_category ON public.tax_rates USING btree (account, category, country);

CREATE INDEX tax_runs_started ON public.tax_runs USING btree (account, started_at DESC, run DESC);

CREATE INDEX user_sessions_of_user ON public.user_sessions USING btree (user_id);

-- functions

CREATE OR REPLACE FUNCTION public.apply_consignments(p_rows json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  written bigint;
  wanted  bigint;
begin
  update consignments c
     set version = u.version, state_schema = u.schema, hash = decode(u.hash, 'hex'), state = u.state
    from json_to_recordset(p_rows)
         as u (account text, id text, expected int, version int, schema int, hash text, state text)
   where u.expected > 0 and c.account = u.account and c.consignment_id = u.id and c.version = u.expected;
  get diagnostics written = row_count;
  select count(*) into wanted from json_to_recordset(p_rows) as u (expected int) where u.expected > 0;
  if written < wanted then
    raise exception 'consignments have other versions' using errcode = 'DK001', detail = (
      select coalesce(json_agg(json_build_object('unit', u.unit, 'reason', 'version_conflict')), '[]')
        from json_to_recordset(p_rows) as u (unit int, account text, id text, expected int, hash text)
       where u.expected > 0
         and not exists (select from consignments c where c.account = u.account and c.consignment_id = u.id
                                                      and c.hash = decode(u.hash, 'hex')));
  end if;
  insert into consignments (version, state_schema, account, consignment_id, hash, state)
  select u.version, u.schema, u.account, u.id, decode(u.hash, 'hex'), u.state
    from json_to_recordset(p_rows)
         as u (account text, id text, expected int, version int, schema int, hash text, state text)
   where u.expected = 0;
  insert into consignment_list as l
  select r.* from json_to_recordset(p_rows) as u ("row" json)
   cross join lateral json_populate_record(null::consignment_list, u."row") as r
  on conflict (account, consignment_id) do update
     set updated_at = excluded.updated_at, sent_at = excluded.sent_at, cost = excluded.cost, orders = excluded.orders,
         status = excluded.status, carrier = excluded.carrier, tracking_number = excluded.tracking_number;
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_documents(p_set json, p_gone json, p_values json, p_values_gone json)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_order_list(p_inserts json, p_updates json)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_promotion_uses(p_uses json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  refused json;
begin
  with claimed as (
    select u.account, u.promotion, u.take, case when u.take then u.coupon else p.coupon end as coupon,
           case when u.take then u.customer else p.customer_id end as customer
      from json_to_recordset(p_uses) as u (account text, "order" text, promotion text, coupon text, customer text, take boolean)
      left join promotion_uses p on not u.take and p.account = u.account and p.order_id = u."order"
                                and p.promotion = u.promotion and p.given_back is null
     where u.take or p.promotion is not null
  ), counted as (
    select account, kind, id, of_customer, sum(case when take then 1 else -1 end) as change
      from claimed
      cross join lateral (values ('promotion', promotion, ''), ('promotion', promotion, customer),
                                 ('coupon', coupon, ''), ('coupon', coupon, customer)) as k (kind, id, of_customer)
     where id is not null and of_customer is not null
     group by account, kind, id, of_customer
  )
  -- The row that would be inserted is checked before it is found to be there, so it never has less than 0.
  insert into use_counters (account, kind, id, customer, uses)
  select account, kind, id, of_customer, greatest(change, 0) from counted order by account, kind, id, of_customer
  on conflict (account, kind, id, customer) do update
     -- Never below 0: a counter that has drifted must not keep an order from being cancelled. `docket verify` finds it.
     set uses = greatest(use_counters.uses + (select c.change from counted c
                                               where c.account = excluded.account and c.kind = excluded.kind
                                                 and c.id = excluded.id and c.of_customer = excluded.customer), 0);

  -- What is counted now holds all of the batch: a unit fails alone where there was no use left before it.
  with asked as (
    select unit, account, kind, id, of_customer
      from json_to_recordset(p_uses) as u (unit int, account text, promotion text, coupon text, customer text, take boolean)
      cross join lateral (values ('promotion', promotion, ''), ('promotion', promotion, customer),
                                 ('coupon', coupon, ''), ('coupon', coupon, customer)) as k (kind, id, of_customer)
     where take and id is not null and of_customer is not null
  ), limits as (
    select a.*, c.uses, count(*) over (partition by a.account, a.kind, a.id, a.of_customer) as taken,
           -- What was removed or switched off since the quote is at its end. A first order is one, however many are placed at once.
           case when a.kind = 'promotion'
                then case when p.active is not true then 0
                          when a.of_customer = '' then p.max_uses
                          else least(p.max_uses_per_customer,
                                     case when (p.conditions ->> 'firstOrder')::boolean then 1 end) end
                else case when o.active is not true then 0
                          when a.of_customer = '' then o.max_uses
                          else o.max_uses_per_customer end end as most
      from asked a
      join use_counters c on c.account = a.account and c.kind = a.kind and c.id = a.id and c.customer = a.of_customer
      left join promotions p on a.kind = 'promotion' and p.account = a.account and p.promotion = a.id
      left join coupons o on a.kind = 'coupon' and o.account = a.account and o.coupon = a.id
  )
  select json_agg(json_build_object('unit', unit, 'reason', kind || '_used_up', 'id', id, 'limit', most,
                                    'ofCustomer', of_customer <> '') order by unit, kind, of_customer)
           filter (where uses - taken >= most)
    into refused
    from limits
   where uses > most
  having count(*) > 0;
  if found then
    raise exception 'uses are at an end' using errcode = 'DK001', detail = coalesce(refused, '[]');
  end if;

  insert into promotion_uses (account, order_id, promotion, coupon, customer_id, at)
  select account, "order", promotion, coupon, customer, at::timestamptz
    from json_to_recordset(p_uses) as u (account text, "order" text, promotion text, coupon text, customer text,
                                         take boolean, at text)
   where take
   order by account, "order", promotion
  on conflict (account, order_id, promotion) do update
     set given_back = null, coupon = excluded.coupon, customer_id = excluded.customer_id, at = excluded.at;
  -- The use that came in its place, by another coupon, stays.
  update promotion_uses p set given_back = u.at::timestamptz
    from json_to_recordset(p_uses) as u (account text, "order" text, promotion text, take boolean, at text)
   where not u.take and p.account = u.account and p.order_id = u."order" and p.promotion = u.promotion
     and p.given_back is null
     and not exists (select from json_to_recordset(p_uses) as t (account text, "order" text, promotion text, take boolean)
                      where t.take and t.account = u.account and t."order" = u."order" and t.promotion = u.promotion);
end $function$
;

CREATE OR REPLACE FUNCTION public.apply_rollups(p_deltas json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$ -- language sql would plan it anew in every call: 0.1 ms
begin
  insert into order_rollup_deltas (account, day, status, origin, channel, store, currency, orders, amount, amount_sq)
  select account, day, status, origin, channel, store, currency,
         sum(orders), sum(orders * total), sum(orders * total::numeric * total)
    from json_to_recordset(p_deltas) as d (account text, day date, status text, origin text, channel text, store text,
                                           currency text, orders bigint, total bigint)
   group by account, day, status, origin, channel, store, currency;
end $function$
;

CREATE OR REPLACE FUNCTION public.commit_batch(k_account text[], k_credential text[], k_key text[], k_content text[], k_order_id text[], k_version integer[], k_outcome text[], k_at text[], n_account text[], n_order_id text[], n_version integer[], n_hash bytea[], n_head text[], n_lines text[], n_documents text[], n_carried text[], n_subject text[], n_wrapped_key bytea[], x_account text[], x_source text[], x_external_id text[], x_order_id text[], c_unit integer[], c_account text[], c_order_id text[], c_expected integer[], c_version integer[], c_hash bytea[], c_head text[], c_lines text[], c_documents text[], c_carried text[], s_account text[], s_sku text[], s_place text[], s_on_hand bigint[], s_claimed bigint[], s_confirmed bigint[], m_unit integer[], m_demand integer[], m_order_id text[], m_line_id text[], m_kind text[], m_quantity bigint[], m_on_hand bigint[], m_claimed bigint[], m_confirmed bigint[], m_on_hand_then bigint[], m_claimed_then bigint[], m_confirmed_then bigint[], m_at text[], t_account text[], t_key text[], t_due text[], t_payload text[], r_account text[], r_key text[], l_inserts json, l_updates json, l_rollups json, d_set json, d_gone json, d_values json, d_values_gone json, h_unit integer[], h_account text[], h_events integer[], h_catalogue bigint[], e_head integer[], e_ordinal integer[], e_stream_kind text[], e_stream_id text[], e_version integer[], e_type text[], e_schema integer[], e_data text[], e_personal bytea[], e_actor text[], e_at text[], e_reason text[], e_command_id text[], e_prev_hash bytea[], e_hash bytea[], p_state_schema integer)
 RETURNS bigint[]
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.confirm_order_drafts(p_drafts json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.ensure_account(p_account text, p_name text)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  insert into accounts (account, name) values (p_account, p_name) on conflict do nothing;
  if not found then return false; end if;
  insert into stores (account, store, name) values (p_account, 'default', p_name);
  insert into channels (account, channel, name, kind) values (p_account, 'default', 'Default', 'shop');
  insert into stock_places (account, place, name) values (p_account, 'main', 'Main');
  insert into account_heads (account) values (p_account);
  perform seed_roles(p_account);
  perform seed_draft_order_permissions(p_account);
  perform seed_hold_types(p_account);
  perform seed_return_reasons(p_account);
  return true;
end $function$
;

CREATE OR REPLACE FUNCTION public.ensure_order_list_partitions(p_until date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET "DateStyle" TO 'ISO'
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  stop  date := (date_trunc('month', p_until) + interval '1 month')::date;
  month date;
  made  int := 0;
begin
  if p_until > (now() + interval '5 years') then
    raise exception 'partitions are made at most five years ahead' using errcode = 'invalid_parameter_value';
  end if;
  set local lock_timeout = '10s';
  month := order_list_future_from();
  if month >= stop then return 0; end if;
  lock table order_list in access exclusive mode;
  month := order_list_future_from();
  alter table order_list detach partition order_list_future;
  alter table order_list_future no force row level security;
  while month < stop loop
    perform order_list_partition('order_list_' || to_char(month, 'YYYY_MM'), quote_literal(month || 'Z'),
                                 quote_literal((month + interval '1 month')::date || 'Z'));
    execute format('alter table %I no force row level security', 'order_list_' || to_char(month, 'YYYY_MM'));
    execute format('with moved as (delete from order_list_future where created_at < %L returning *)
                    insert into %I select * from moved',
                   (month + interval '1 month')::date || 'Z', 'order_list_' || to_char(month, 'YYYY_MM'));
    execute format('alter table %I force row level security', 'order_list_' || to_char(month, 'YYYY_MM'));
    month := month + interval '1 month';
    made := made + 1;
  end loop;
  execute format('alter table order_list attach partition order_list_future for values from (%L) to (maxvalue)', stop || 'Z');
  alter table order_list_future force row level security;
  return made;
end $function$
;

CREATE OR REPLACE FUNCTION public.fold_rollups(p_most integer)
 RETURNS integer
 LANGUAGE sql
AS $function$
  with batch as (
    select account, id from order_rollup_deltas order by account, id limit p_most for update skip locked
  ), taken as (
    delete from order_rollup_deltas d using batch where d.account = batch.account and d.id = batch.id returning d.*
  ), days as (
    insert into order_rollups as r (account, day, status, origin, channel, store, currency, orders, amount, amount_sq)
    select account, day, status, origin, channel, store, currency, sum(orders), sum(amount), sum(amount_sq)
      from taken
     group by account, day, status, origin, channel, store, currency
     order by account, day, status, origin, channel, store, currency
    on conflict (account, day, status, origin, channel, store, currency)
    do update set orders = r.orders + excluded.orders, amount = r.amount + excluded.amount,
                  amount_sq = r.amount_sq + excluded.amount_sq
    returning 1
  ), months as (
    insert into order_rollup_months as r (account, month, status, origin, channel, store, currency, orders, amount)
    select account, date_trunc('month', day)::date, status, origin, channel, store, currency, sum(orders), sum(amount)
      from taken
     where (select count(*) from days) >= 0 -- after the days
     group by 1, 2, 3, 4, 5, 6, 7
     order by 1, 2, 3, 4, 5, 6, 7
    on conflict (account, month, status, origin, channel, store, currency)
    do update set orders = r.orders + excluded.orders, amount = r.amount + excluded.amount
  )
  select count(*)::int from taken
$function$
;

CREATE OR REPLACE FUNCTION public.forget_draft_orders(p_account text, p_subject text, p_at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.order_list_bounds()
 RETURNS SETOF timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select substring(pg_get_expr(c.relpartbound, c.oid) from $r$FROM \('([^']+)'$r$)::timestamptz
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
   where i.inhparent = 'order_list'::regclass and pg_get_expr(c.relpartbound, c.oid) !~ 'FROM \(MINVALUE'
$function$
;

CREATE OR REPLACE FUNCTION public.order_list_count(p_account text, p_query tsquery, p_complete boolean, p_deleted boolean, p_most integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET plan_cache_mode TO 'force_generic_plan'
 SET cpu_index_tuple_cost TO '1000'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET enable_indexonlyscan TO 'off'
 SET jit TO 'off'
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if (p_account = any (string_to_array(current_setting('docket.accounts', true), ','))) is not true then
    raise exception 'account % is not among those of this session', p_account using errcode = 'insufficient_privilege';
  end if;
  return (select count(*) from (
    select from order_list
     where account || '' = p_account and tokens @@ p_query and tokens @@ p_query
       and (p_complete is null or complete = p_complete) and (p_deleted is null or deleted = p_deleted)
     limit p_most) l);
end $function$
;

CREATE OR REPLACE FUNCTION public.order_list_future_from()
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select (substring(pg_get_expr(relpartbound, oid) from $r$'([^']+)'$r$)::timestamptz at time zone 'UTC')::date
    from pg_class where oid = 'order_list_future'::regclass
$function$
;

CREATE OR REPLACE FUNCTION public.order_list_matches(p_account text, p_query tsquery, p_from timestamp with time zone, p_to timestamp with time zone, p_most integer)
 RETURNS SETOF order_list
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET plan_cache_mode TO 'force_generic_plan'
 SET cpu_index_tuple_cost TO '1000'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET enable_indexonlyscan TO 'off'
 SET jit TO 'off'
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.order_list_partition(p_name text, p_from text, p_to text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create table %I partition of order_list for values from (%s) to (%s)
                    with (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)',
                 p_name, p_from, p_to);
  -- Reached by its own name, a partition shows nothing to anybody.
  execute format('alter table %I enable row level security, force row level security', p_name);
end $function$
;

CREATE OR REPLACE FUNCTION public.order_list_tally(p_account text, p_query tsquery, p_from timestamp with time zone, p_to timestamp with time zone, p_complete boolean, p_deleted boolean, p_status text[], p_store text[], p_channel text[], p_origin text[], p_currency text[], p_most integer)
 RETURNS TABLE(currency text, orders integer, total numeric)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 3
 SET plan_cache_mode TO 'force_generic_plan'
 SET cpu_index_tuple_cost TO '1000'
 SET work_mem TO '32MB'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET enable_indexonlyscan TO 'off'
 SET jit TO 'off'
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.protect(p_table text, p_rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %I enable row level security, force row level security', p_table);
  execute format('create policy %I on %I to docket_serving
                    using (account = current_setting(''docket.accounts'', true)
                           or account = any (string_to_array(current_setting(''docket.accounts'', true), '','')))',
                 p_table || '_account', p_table);
  execute format('grant %s on %I to docket_serving', p_rights, p_table);
  -- Where the login may make no roles, it serves and follows at once, and the second policy would open the first.
  if (select count(*) from pg_roles where rolname in ('docket_serving', 'docket_follower')
         and pg_has_role(current_user, oid, 'member')) = 2 then
    execute format('create policy %I on %I to docket_follower using (true)', p_table || '_follower', p_table);
    execute format('grant %s on %I to docket_follower', p_rights, p_table);
  elsif p_table = 'accounts' then
    -- There a follower names every account in its session, so it must be able to list them.
    create policy accounts_listed on accounts for select using (true);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_stale(h_unit integer[], h_account text[], h_catalogue bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from unnest(h_account, h_catalogue) as u (a, c) join account_heads h on h.account = u.a
              where h.catalogue_version <> u.c) then
    raise exception 'the catalogue was changed' using errcode = 'DK001', detail = (
      select json_agg(json_build_object('unit', unit, 'reason', 'stale_catalogue')) from unnest(h_unit) as unit);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_stock(s_account text[], s_sku text[], s_place text[], s_on_hand bigint[], s_claimed bigint[], s_confirmed bigint[], m_unit integer[], m_demand integer[], m_on_hand bigint[], m_claimed bigint[], m_confirmed bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_versions(c_unit integer[], c_account text[], c_order_id text[], c_hash bytea[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'orders have other versions' using errcode = 'DK001', detail = (
    select coalesce(json_agg(json_build_object('unit', unit, 'reason', 'version_conflict')), '[]')
      from unnest(c_unit, c_account, c_order_id, c_hash) as u (unit, a, o, h)
     where not exists (select from orders s where s.account = u.a and s.order_id = u.o and s.hash = u.h));
end $function$
;

CREATE OR REPLACE FUNCTION public.reserve_stock(p_account text, p_draft_order text, p_wanted json, p_at timestamp with time zone, p_actor text)
 RETURNS json
 LANGUAGE plpgsql
AS $function$
declare
  skus    text[];
  places  text[];
  mores   bigint[];
  short   json;
begin
  select array_agg(sku order by sku collate "C", place collate "C"), array_agg(place order by sku collate "C", place collate "C"),
         array_agg(more order by sku collate "C", place collate "C")
    into skus, places, mores
    from (select sku, place, coalesce(w.quantity, 0) - coalesce(h.quantity, 0) as more
            from json_to_recordset(p_wanted) as w (sku text, place text, quantity bigint)
            full join (select sku, place, quantity from stock_reservations
                        where account = p_account and draft_order_id = p_draft_order) h using (sku, place)) change
   where more <> 0;
  if skus is null then return null; end if;

  perform from stock s join unnest(skus, places) as u (sku, place) using (sku, place)
    where s.account = p_account order by s.sku collate "C", s.place collate "C" for update of s;
  select json_agg(json_build_object('sku', u.sku, 'place', u.place, 'requested', u.more,
                                    'available', s.on_hand - s.claimed - s.confirmed) order by u.i)
    into short
    from unnest(skus, places, mores) with ordinality as u (sku, place, more, i)
    left join stock s on s.account = p_account and s.sku = u.sku and s.place = u.place
   where u.more > 0 and (s.account is null or s.on_hand - s.claimed - s.confirmed < u.more);
  if short is not null then return short; end if;

  with moved as (
    update stock s set claimed = s.claimed + u.more
      from unnest(skus, places, mores) with ordinality as u (sku, place, more, i)
     where s.account = p_account and s.sku = u.sku and s.place = u.place
    returning u.i, u.more, s.account, s.sku, s.place, s.on_hand, s.claimed, s.confirmed
  )
  insert into stock_movements (at, quantity, on_hand_before, claimed_before, confirmed_before,
                               on_hand_after, claimed_after, confirmed_after, account, sku, place, kind, order_id, actor)
  select p_at, abs(more), on_hand, claimed - more, confirmed, on_hand, claimed, confirmed, account, sku, place,
         case when more > 0 then 'reserve' else 'release_reserved' end, p_draft_order, p_actor
    from moved order by i;

  delete from stock_reservations r
   where r.account = p_account and r.draft_order_id = p_draft_order
     and not exists (select from json_to_recordset(p_wanted) as w (sku text, place text)
                      where w.sku = r.sku and w.place = r.place);
  insert into stock_reservations (account, sku, place, draft_order_id, quantity, reserved_at)
  select p_account, sku, place, p_draft_order, quantity, p_at
    from json_to_recordset(p_wanted) as w (sku text, place text, quantity bigint)
  on conflict (account, sku, place, draft_order_id) do update
     set quantity = excluded.quantity, reserved_at = excluded.reserved_at
   where stock_reservations.quantity <> excluded.quantity;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.seed_draft_order_permissions(p_account text)
 RETURNS void
 LANGUAGE sql
AS $function$
  update roles set permissions = permissions || '{draft_orders.view,draft_orders.edit,draft_orders.place}'
   where account = p_account and role in ('manager', 'support');
  update roles set permissions = permissions || '{draft_orders.view}' where account = p_account and role = 'finance';
$function$
;

CREATE OR REPLACE FUNCTION public.seed_hold_types(p_account text)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into hold_types (account, hold_type, name, blocks) values
    (p_account, 'payment_review', 'Payment review', '{capture,handling,invoicing,shipping}'),
    (p_account, 'address_check', 'Address check', '{shipping}'),
    (p_account, 'fraud_review', 'Fraud review', '{all}'),
    (p_account, 'customer_request', 'Wish of the customer', '{handling,invoicing,shipping}')
  on conflict (account, hold_type) do nothing
$function$
;

CREATE OR REPLACE FUNCTION public.seed_return_reasons(p_account text)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into return_reasons (account, reason, used_for, comment_needed, labels) values
    (p_account, 'faulty', 'request', true,
     '{"en": "Faulty", "de": "Defekt", "fr": "Défectueux", "pt": "Com defeito"}'),
    (p_account, 'damaged_in_transit', 'request', true,
     '{"en": "Damaged in transit", "de": "Auf dem Weg beschädigt", "fr": "Abîmé pendant le transport", "pt": "Danificado no transporte"}'),
    (p_account, 'wrong_item', 'request', false,
     '{"en": "Wrong item", "de": "Falscher Artikel", "fr": "Mauvais article", "pt": "Artigo errado"}'),
    (p_account, 'not_as_described', 'request', true,
     '{"en": "Not as described", "de": "Nicht wie beschrieben", "fr": "Non conforme à la description", "pt": "Diferente da descrição"}'),
    (p_account, 'ordered_by_mistake', 'request', false,
     '{"en": "Ordered by mistake", "de": "Versehentlich bestellt", "fr": "Commandé par erreur", "pt": "Encomendado por engano"}'),
    (p_account, 'no_longer_needed', 'request', false,
     '{"en": "No longer needed", "de": "Nicht mehr gebraucht", "fr": "Plus besoin", "pt": "Já não é preciso"}'),
    (p_account, 'worn', 'rejection', false,
     '{"en": "Worn or used", "de": "Getragen oder benutzt", "fr": "Porté ou utilisé", "pt": "Usado"}'),
    (p_account, 'incomplete', 'rejection', false,
     '{"en": "Incomplete", "de": "Unvollständig", "fr": "Incomplet", "pt": "Incompleto"}'),
    (p_account, 'damaged_by_buyer', 'rejection', false,
     '{"en": "Damaged by the buyer", "de": "Vom Käufer beschädigt", "fr": "Abîmé par l’acheteur", "pt": "Danificado pelo comprador"}'),
    (p_account, 'not_from_us', 'rejection', false,
     '{"en": "Not sold by us", "de": "Nicht von uns verkauft", "fr": "Pas vendu par nous", "pt": "Não vendido por nós"}')
  on conflict (account, reason) do nothing
$function$
;

CREATE OR REPLACE FUNCTION public.seed_roles(p_account text)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into roles (account, role, name, permissions) values
    (p_account, 'administrator', 'Administrator', '{*}'),
    (p_account, 'manager', 'Manager',
     '{orders.view,orders.place,orders.edit,orders.reprice,orders.invoice,orders.ship,orders.cancel,orders.refund,orders.delete,prices.view,personal.view,catalogue.view,catalogue.edit,pricing.view,pricing.edit,stock.view,stock.edit,customers.view,customers.edit,shipping.view,shipping.edit,settings.view,access.view,users.view,mails.view,mails.edit,payments.log,payments.retry,credits.view,credits.edit}'),
    (p_account, 'support', 'Support',
     '{orders.view,orders.place,orders.edit,orders.reprice,orders.cancel,orders.refund,prices.view,personal.view,catalogue.view,pricing.view,stock.view,customers.view,customers.edit,shipping.view,mails.view,mails.edit,payments.log,credits.view}'),
    (p_account, 'warehouse', 'Warehouse',
     '{orders.view,orders.invoice,orders.ship,personal.view,catalogue.view,stock.view,stock.edit,shipping.view}'),
    (p_account, 'finance', 'Finance',
     '{orders.view,orders.edit,orders.reprice,orders.invoice,orders.refund,prices.view,personal.view,customers.view,catalogue.view,pricing.view,shipping.view,settings.view,payments.log,payments.retry,credits.view,credits.edit}'),
    (p_account, 'viewer', 'Viewer', '{orders.view,catalogue.view,stock.view,shipping.view}')
  on conflict (account, role) do nothing
$function$
;

CREATE OR REPLACE FUNCTION public.take_draft_orders(p_drafts json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.taken_order_ids(p_account text, p_source text[], p_external_id text[])
 RETURNS TABLE(source text, external_id text)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
begin
  return query
    select u.s, u.e
      from unnest(p_source, p_external_id) as u (s, e)
     cross join lateral (select from order_external_ids i
                          where i.account = p_account and i.source = u.s and i.external_id = u.e limit 1) taken;
end $function$
;

CREATE OR REPLACE FUNCTION public.words_of(p_text text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select distinct left(word, 40)
    from regexp_split_to_table(
           replace(replace(replace(replace(
             translate(
               lower(regexp_replace(normalize(p_text, NFKD), '[\u0300-\u036f]', '', 'g')),
               'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЂЈЉЊЋЏΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςØøŁłĐđÐðĦħıẞÆŒÞ',
               'абвгдежзиклмнопрстуфхцчшщъыьэюяєіђјљњћџαβγδεζηθικλμνξοπρστυφχψωσoollddddhhißæœþ'),
             'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
           '[\u0001-/:-`{-\u00bf\u2000-\u206f\u3000-\u303f]+') as word
   where word <> ''
$function$
;

-- row-level security

alter table account_heads enable row level security, force row level security;

create policy account_heads_account on account_heads as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy account_heads_follower on account_heads as permissive for all to docket_follower using (true);

alter table accounts enable row level security, force row level security;

create policy accounts_account on accounts as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy accounts_follower on accounts as permissive for all to docket_follower using (true);

alter table app_key_tokens enable row level security, force row level security;

create policy app_key_tokens_account on app_key_tokens as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy app_key_tokens_follower on app_key_tokens as permissive for all to docket_follower using (true);

create policy app_key_tokens_presented on app_key_tokens as permissive for select to docket_serving using ((key = current_setting('docket.app_key'::text, true)));

alter table app_keys enable row level security, force row level security;

create policy app_keys_account on app_keys as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy app_keys_follower on app_keys as permissive for all to docket_follower using (true);

create policy app_keys_presented on app_keys as permissive for select to docket_serving using ((key = current_setting('docket.app_key'::text, true)));

alter table carriers enable row level security, force row level security;

create policy carriers_account on carriers as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy carriers_follower on carriers as permissive for all to docket_follower using (true);

alter table cash_roundings enable row level security, force row level security;

create policy cash_roundings_account on cash_roundings as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy cash_roundings_follower on cash_roundings as permissive for all to docket_follower using (true);

alter table channels enable row level security, force row level security;

create policy channels_account on channels as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy channels_follower on channels as permissive for all to docket_follower using (true);

alter table consignment_list enable row level security, force row level security;

create policy consignment_list_account on consignment_list as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy consignment_list_follower on consignment_list as permissive for all to docket_follower using (true);

alter table consignments enable row level security, force row level security;

create policy consignments_account on consignments as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy consignments_follower on consignments as permissive for all to docket_follower using (true);

alter table coupons enable row level security, force row level security;

create policy coupons_account on coupons as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy coupons_follower on coupons as permissive for all to docket_follower using (true);

alter table credit_holds enable row level security, force row level security;

create policy credit_holds_account on credit_holds as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy credit_holds_follower on credit_holds as permissive for all to docket_follower using (true);

alter table credit_movements enable row level security, force row level security;

create policy credit_movements_account on credit_movements as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy credit_movements_follower on credit_movements as permissive for all to docket_follower using (true);

alter table credits enable row level security, force row level security;

create policy credits_account on credits as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy credits_follower on credits as permissive for all to docket_follower using (true);

alter table customer_words enable row level security, force row level security;

create policy customer_words_account on customer_words as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy customer_words_follower on customer_words as permissive for all to docket_follower using (true);

alter table customers enable row level security, force row level security;

create policy customers_account on customers as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy customers_follower on customers as permissive for all to docket_follower using (true);

alter table document_list enable row level security, force row level security;

create policy document_list_account on document_list as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy document_list_follower on document_list as permissive for all to docket_follower using (true);

alter table document_types enable row level security, force row level security;

create policy document_types_account on document_types as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy document_types_follower on document_types as permissive for all to docket_follower using (true);

alter table document_values enable row level security, force row level security;

create policy document_values_account on document_values as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy document_values_follower on document_values as permissive for all to docket_follower using (true);

alter table draft_order_changes enable row level security, force row level security;

create policy draft_order_changes_account on draft_order_changes as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy draft_order_changes_follower on draft_order_changes as permissive for all to docket_follower using (true);

alter table draft_order_links enable row level security, force row level security;

create policy draft_order_links_account on draft_order_links as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy draft_order_links_follower on draft_order_links as permissive for all to docket_follower using (true);

alter table draft_orders enable row level security, force row level security;

create policy draft_orders_account on draft_orders as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy draft_orders_follower on draft_orders as permissive for all to docket_follower using (true);

alter table edit_rules enable row level security, force row level security;

create policy edit_rules_account on edit_rules as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy edit_rules_follower on edit_rules as permissive for all to docket_follower using (true);

alter table events enable row level security, force row level security;

create policy events_account on events as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy events_follower on events as permissive for all to docket_follower using (true);

alter table feed_deliveries enable row level security, force row level security;

create policy feed_deliveries_account on feed_deliveries as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy feed_deliveries_follower on feed_deliveries as permissive for all to docket_follower using (true);

alter table feed_items enable row level security, force row level security;

create policy feed_items_account on feed_items as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy feed_items_follower on feed_items as permissive for all to docket_follower using (true);

alter table feed_orders enable row level security, force row level security;

create policy feed_orders_account on feed_orders as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy feed_orders_follower on feed_orders as permissive for all to docket_follower using (true);

alter table feed_positions enable row level security, force row level security;

create policy feed_positions_account on feed_positions as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy feed_positions_follower on feed_positions as permissive for all to docket_follower using (true);

alter table feeds enable row level security, force row level security;

create policy feeds_account on feeds as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy feeds_follower on feeds as permissive for all to docket_follower using (true);

alter table forgotten_subjects enable row level security, force row level security;

create policy forgotten_subjects_account on forgotten_subjects as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy forgotten_subjects_follower on forgotten_subjects as permissive for all to docket_follower using (true);

alter table gateway_log enable row level security, force row level security;

create policy gateway_log_account on gateway_log as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy gateway_log_follower on gateway_log as permissive for all to docket_follower using (true);

alter table guest_links enable row level security, force row level security;

create policy guest_links_account on guest_links as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy guest_links_follower on guest_links as permissive for all to docket_follower using (true);

alter table hold_types enable row level security, force row level security;

create policy hold_types_account on hold_types as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy hold_types_follower on hold_types as permissive for all to docket_follower using (true);

alter table idempotency enable row level security, force row level security;

create policy idempotency_account on idempotency as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy idempotency_follower on idempotency as permissive for all to docket_follower using (true);

alter table import_chunks enable row level security, force row level security;

create policy import_chunks_account on import_chunks as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy import_chunks_follower on import_chunks as permissive for all to docket_follower using (true);

alter table import_rejections enable row level security, force row level security;

create policy import_rejections_account on import_rejections as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy import_rejections_follower on import_rejections as permissive for all to docket_follower using (true);

alter table imports enable row level security, force row level security;

create policy imports_account on imports as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy imports_follower on imports as permissive for all to docket_follower using (true);

alter table kept_answers enable row level security, force row level security;

create policy kept_answers_account on kept_answers as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy kept_answers_follower on kept_answers as permissive for all to docket_follower using (true);

alter table login_attempts enable row level security, force row level security;

create policy login_attempts_follower on login_attempts as permissive for all to docket_follower using (true);

create policy login_attempts_presented on login_attempts as permissive for all to docket_serving using ((subject = decode(current_setting('docket.presented'::text, true), 'hex'::text)));

alter table mails enable row level security, force row level security;

create policy mails_account on mails as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy mails_follower on mails as permissive for all to docket_follower using (true);

alter table memberships enable row level security, force row level security;

create policy memberships_account on memberships as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy memberships_follower on memberships as permissive for all to docket_follower using (true);

create policy memberships_own on memberships as permissive for all to docket_serving using ((user_id = current_setting('docket.user'::text, true)));

alter table number_blocks enable row level security, force row level security;

create policy number_blocks_account on number_blocks as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy number_blocks_follower on number_blocks as permissive for all to docket_follower using (true);

alter table order_drafts enable row level security, force row level security;

create policy order_drafts_account on order_drafts as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy order_drafts_follower on order_drafts as permissive for all to docket_follower using (true);

alter table order_external_ids enable row level security, force row level security;

create policy order_external_ids_account on order_external_ids as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy order_external_ids_follower on order_external_ids as permissive for all to docket_follower using (true);

alter table order_list enable row level security, force row level security;

create policy order_list_account on order_list as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy order_list_follower on order_list as permissive for all to docket_follower using (true);

create policy order_list_owner on order_list as permissive for all to docket using (true);

alter table order_list_2015 enable row level security, force row level security;

alter table order_list_2016 enable row level security, force row level security;

alter table order_list_2017 enable row level security, force row level security;

alter table order_list_2018 enable row level security, force row level security;

alter table order_list_2019 enable row level security, force row level security;

alter table order_list_2020 enable row level security, force row level security;

alter table order_list_2021 enable row level security, force row level security;

alter table order_list_2022 enable row level security, force row level security;

alter table order_list_2023 enable row level security, force row level security;

alter table order_list_2024 enable row level security, force row level security;

alter table order_list_2025 enable row level security, force row level security;

alter table order_list_2026_01 enable row level security, force row level security;

alter table order_list_2026_02 enable row level security, force row level security;

alter table order_list_2026_03 enable row level security, force row level security;

alter table order_list_2026_04 enable row level security, force row level security;

alter table order_list_2026_05 enable row level security, force row level security;

alter table order_list_2026_06 enable row level security, force row level security;

alter table order_list_2026_07 enable row level security, force row level security;

alter table order_list_2026_08 enable row level security, force row level security;

alter table order_list_2026_09 enable row level security, force row level security;

alter table order_list_2026_10 enable row level security, force row level security;

alter table order_list_2026_11 enable row level security, force row level security;

alter table order_list_2026_12 enable row level security, force row level security;

alter table order_list_2027_01 enable row level security, force row level security;

alter table order_list_2027_02 enable row level security, force row level security;

alter table order_list_2027_03 enable row level security, force row level security;

alter table order_list_future enable row level security, force row level security;

alter table order_list_past enable row level security, force row level security;

alter table order_rollup_deltas enable row level security, force row level security;

create policy order_rollup_deltas_account on order_rollup_deltas as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy order_rollup_deltas_follower on order_rollup_deltas as permissive for all to docket_follower using (true);

alter table order_rollup_months enable row level security, force row level security;

create policy order_rollup_months_account on order_rollup_months as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy order_rollup_months_follower on order_rollup_months as permissive for all to docket_follower using (true);

alter table order_rollups enable row level security, force row level security;

create policy order_rollups_account on order_rollups as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy order_rollups_follower on order_rollups as permissive for all to docket_follower using (true);

alter table order_views enable row level security, force row level security;

create policy order_views_account on order_views as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy order_views_follower on order_views as permissive for all to docket_follower using (true);

alter table orders enable row level security, force row level security;

create policy orders_account on orders as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy orders_follower on orders as permissive for all to docket_follower using (true);

alter table password_resets enable row level security, force row level security;

create policy password_resets_follower on password_resets as permissive for all to docket_follower using (true);

create policy password_resets_presented on password_resets as permissive for all to docket_serving using (((code_sha256 = decode(current_setting('docket.presented'::text, true), 'hex'::text)) OR (user_id = current_setting('docket.user'::text, true))));

alter table payment_events enable row level security, force row level security;

create policy payment_events_account on payment_events as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy payment_events_follower on payment_events as permissive for all to docket_follower using (true);

alter table payment_positions enable row level security, force row level security;

create policy payment_positions_account on payment_positions as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy payment_positions_follower on payment_positions as permissive for all to docket_follower using (true);

alter table payment_providers enable row level security, force row level security;

create policy payment_providers_account on payment_providers as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy payment_providers_follower on payment_providers as permissive for all to docket_follower using (true);

alter table pickup_points enable row level security, force row level security;

create policy pickup_points_account on pickup_points as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy pickup_points_follower on pickup_points as permissive for all to docket_follower using (true);

alter table previews enable row level security, force row level security;

create policy previews_account on previews as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy previews_follower on previews as permissive for all to docket_follower using (true);

alter table price_list_entries enable row level security, force row level security;

create policy price_list_entries_account on price_list_entries as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy price_list_entries_follower on price_list_entries as permissive for all to docket_follower using (true);

alter table price_lists enable row level security, force row level security;

create policy price_lists_account on price_lists as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy price_lists_follower on price_lists as permissive for all to docket_follower using (true);

alter table product_words enable row level security, force row level security;

create policy product_words_account on product_words as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy product_words_follower on product_words as permissive for all to docket_follower using (true);

alter table products enable row level security, force row level security;

create policy products_account on products as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy products_follower on products as permissive for all to docket_follower using (true);

alter table promotion_uses enable row level security, force row level security;

create policy promotion_uses_account on promotion_uses as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy promotion_uses_follower on promotion_uses as permissive for all to docket_follower using (true);

alter table promotions enable row level security, force row level security;

create policy promotions_account on promotions as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy promotions_follower on promotions as permissive for all to docket_follower using (true);

alter table return_policies enable row level security, force row level security;

create policy return_policies_account on return_policies as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy return_policies_follower on return_policies as permissive for all to docket_follower using (true);

alter table return_reasons enable row level security, force row level security;

create policy return_reasons_account on return_reasons as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy return_reasons_follower on return_reasons as permissive for all to docket_follower using (true);

alter table roles enable row level security, force row level security;

create policy roles_account on roles as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy roles_follower on roles as permissive for all to docket_follower using (true);

alter table settings_changes enable row level security, force row level security;

create policy settings_changes_account on settings_changes as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy settings_changes_follower on settings_changes as permissive for all to docket_follower using (true);

alter table shipping_methods enable row level security, force row level security;

create policy shipping_methods_account on shipping_methods as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy shipping_methods_follower on shipping_methods as permissive for all to docket_follower using (true);

alter table shopper_codes enable row level security, force row level security;

create policy shopper_codes_account on shopper_codes as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy shopper_codes_follower on shopper_codes as permissive for all to docket_follower using (true);

alter table shopper_sessions enable row level security, force row level security;

create policy shopper_sessions_account on shopper_sessions as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy shopper_sessions_follower on shopper_sessions as permissive for all to docket_follower using (true);

alter table stock enable row level security, force row level security;

create policy stock_account on stock as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy stock_follower on stock as permissive for all to docket_follower using (true);

alter table stock_movements enable row level security, force row level security;

create policy stock_movements_account on stock_movements as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy stock_movements_follower on stock_movements as permissive for all to docket_follower using (true);

alter table stock_places enable row level security, force row level security;

create policy stock_places_account on stock_places as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy stock_places_follower on stock_places as permissive for all to docket_follower using (true);

alter table stock_reservations enable row level security, force row level security;

create policy stock_reservations_account on stock_reservations as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy stock_reservations_follower on stock_reservations as permissive for all to docket_follower using (true);

alter table stores enable row level security, force row level security;

create policy stores_account on stores as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy stores_follower on stores as permissive for all to docket_follower using (true);

alter table subject_keys enable row level security, force row level security;

create policy subject_keys_account on subject_keys as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy subject_keys_follower on subject_keys as permissive for all to docket_follower using (true);

alter table target_fields enable row level security, force row level security;

create policy target_fields_account on target_fields as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy target_fields_follower on target_fields as permissive for all to docket_follower using (true);

alter table tasks enable row level security, force row level security;

create policy tasks_account on tasks as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy tasks_follower on tasks as permissive for all to docket_follower using (true);

alter table tax_documents enable row level security, force row level security;

create policy tax_documents_account on tax_documents as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy tax_documents_follower on tax_documents as permissive for all to docket_follower using (true);

alter table tax_positions enable row level security, force row level security;

create policy tax_positions_account on tax_positions as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy tax_positions_follower on tax_positions as permissive for all to docket_follower using (true);

alter table tax_rates enable row level security, force row level security;

create policy tax_rates_account on tax_rates as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy tax_rates_follower on tax_rates as permissive for all to docket_follower using (true);

alter table tax_runs enable row level security, force row level security;

create policy tax_runs_account on tax_runs as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy tax_runs_follower on tax_runs as permissive for all to docket_follower using (true);

alter table tax_settings enable row level security, force row level security;

create policy tax_settings_account on tax_settings as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy tax_settings_follower on tax_settings as permissive for all to docket_follower using (true);

alter table use_counters enable row level security, force row level security;

create policy use_counters_account on use_counters as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy use_counters_follower on use_counters as permissive for all to docket_follower using (true);

alter table user_invitations enable row level security, force row level security;

create policy user_invitations_account on user_invitations as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy user_invitations_follower on user_invitations as permissive for all to docket_follower using (true);

create policy user_invitations_presented on user_invitations as permissive for all to docket_serving using (((code_sha256 = decode(current_setting('docket.presented'::text, true), 'hex'::text)) OR (user_id = current_setting('docket.user'::text, true))));

alter table user_sessions enable row level security, force row level security;

create policy user_sessions_follower on user_sessions as permissive for all to docket_follower using (true);

create policy user_sessions_presented on user_sessions as permissive for all to docket_serving using (((token_sha256 = decode(current_setting('docket.presented'::text, true), 'hex'::text)) OR (user_id = current_setting('docket.user'::text, true))));

alter table users enable row level security, force row level security;

create policy users_by_email on users as permissive for select to docket_serving using ((email = current_setting('docket.user_email'::text, true)));

create policy users_follower on users as permissive for all to docket_follower using (true);

create policy users_of_account on users as permissive for select to docket_serving using ((EXISTS ( SELECT
   FROM memberships m
  WHERE (m.user_id = users.user_id))));

create policy users_presented on users as permissive for all to docket_serving using ((user_id = current_setting('docket.user'::text, true)));

alter table workflow_versions enable row level security, force row level security;

create policy workflow_versions_account on workflow_versions as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy workflow_versions_follower on workflow_versions as permissive for all to docket_follower using (true);

alter table workflows enable row level security, force row level security;

create policy workflows_account on workflows as permissive for all to docket_serving using (((account = current_setting('docket.accounts'::text, true)) OR (account = ANY (string_to_array(current_setting('docket.accounts'::text, true), ','::text)))));

create policy workflows_follower on workflows as permissive for all to docket_follower using (true);

-- grants

grant insert, select, update on account_heads to docket_follower;

grant insert, select, update on account_heads to docket_serving;

grant insert, select, update on accounts to docket_follower;

grant insert, select, update on accounts to docket_serving;

grant delete, insert, select, update on app_key_tokens to docket_follower;

grant delete, insert, select, update on app_key_tokens to docket_serving;

grant delete, insert, select, update on app_keys to docket_follower;

grant delete, insert, select, update on app_keys to docket_serving;

grant delete, insert, select, update on carriers to docket_follower;

grant delete, insert, select, update on carriers to docket_serving;

grant delete, insert, select, update on cash_roundings to docket_follower;

grant delete, insert, select, update on cash_roundings to docket_serving;

grant delete, insert, select, update on channels to docket_follower;

grant delete, insert, select, update on channels to docket_serving;

grant delete, insert, select, update on consignment_list to docket_follower;

grant delete, insert, select, update on consignment_list to docket_serving;

grant insert, select, update on consignments to docket_follower;

grant insert, select, update on consignments to docket_serving;

grant delete, insert, select, update on coupons to docket_follower;

grant delete, insert, select, update on coupons to docket_serving;

grant insert, select, update on credit_holds to docket_follower;

grant insert, select, update on credit_holds to docket_serving;

grant insert, select on credit_movements to docket_follower;

grant insert, select on credit_movements to docket_serving;

grant insert, select, update on credits to docket_follower;

grant insert, select, update on credits to docket_serving;

grant delete, insert, select on customer_words to docket_follower;

grant delete, insert, select on customer_words to docket_serving;

grant delete, insert, select, update on customers to docket_follower;

grant delete, insert, select, update on customers to docket_serving;

grant delete, insert, select, update on document_list to docket_follower;

grant delete, insert, select, update on document_list to docket_serving;

grant delete, insert, select, update on document_types to docket_follower;

grant delete, insert, select, update on document_types to docket_serving;

grant delete, insert, select, update on document_values to docket_follower;

grant delete, insert, select, update on document_values to docket_serving;

grant delete, insert, select on draft_order_changes to docket_follower;

grant delete, insert, select on draft_order_changes to docket_serving;

grant delete, insert, select on draft_order_links to docket_follower;

grant delete, insert, select on draft_order_links to docket_serving;

grant delete, insert, select, update on draft_orders to docket_follower;

grant delete, insert, select, update on draft_orders to docket_serving;

grant delete, insert, select, update on edit_rules to docket_follower;

grant delete, insert, select, update on edit_rules to docket_serving;

grant insert, select on events to docket_follower;

grant insert, select on events to docket_serving;

grant delete, insert, select, update on feed_deliveries to docket_follower;

grant delete, insert, select, update on feed_deliveries to docket_serving;

grant delete, insert, select, update on feed_items to docket_follower;

grant delete, insert, select, update on feed_items to docket_serving;

grant delete, insert, select on feed_orders to docket_follower;

grant delete, insert, select on feed_orders to docket_serving;

grant delete, insert, select, update on feed_positions to docket_follower;

grant delete, insert, select, update on feed_positions to docket_serving;

grant delete, insert, select, update on feeds to docket_follower;

grant delete, insert, select, update on feeds to docket_serving;

grant insert, select, update on forgotten_subjects to docket_follower;

grant insert, select, update on forgotten_subjects to docket_serving;

grant delete, insert, select, update on gateway_log to docket_follower;

grant delete, insert, select, update on gateway_log to docket_serving;

grant delete, insert, select on guest_links to docket_follower;

grant delete, insert, select on guest_links to docket_serving;

grant delete, insert, select, update on hold_types to docket_follower;

grant delete, insert, select, update on hold_types to docket_serving;

grant delete, insert, select on idempotency to docket_follower;

grant delete, insert, select on idempotency to docket_serving;

grant delete, insert, select on import_chunks to docket_follower;

grant delete, insert, select on import_chunks to docket_serving;

grant delete, insert, select on import_rejections to docket_follower;

grant delete, insert, select on import_rejections to docket_serving;

grant insert, select, update on imports to docket_follower;

grant insert, select, update on imports to docket_serving;

grant delete, insert, select on kept_answers to docket_follower;

grant delete, insert, select on kept_answers to docket_serving;

grant delete, insert, select, update on login_attempts to docket_follower;

grant delete, insert, select, update on login_attempts to docket_serving;

grant delete, insert, select, update on mails to docket_follower;

grant delete, insert, select, update on mails to docket_serving;

grant delete, insert, select, update on memberships to docket_follower;

grant delete, insert, select, update on memberships to docket_serving;

grant insert, select, update on number_blocks to docket_follower;

grant insert, select, update on number_blocks to docket_serving;

grant delete, insert, select, update on order_drafts to docket_follower;

grant delete, insert, select, update on order_drafts to docket_serving;

grant delete, insert, select on order_external_ids to docket_follower;

grant delete, insert, select on order_external_ids to docket_serving;

grant delete, insert, select, update on order_list to docket_follower;

grant delete, insert, select, update on order_list to docket_serving;

grant delete, insert, select, update on order_rollup_deltas to docket_follower;

grant delete, insert, select, update on order_rollup_deltas to docket_serving;

grant delete, insert, select, update on order_rollup_months to docket_follower;

grant delete, insert, select, update on order_rollup_months to docket_serving;

grant delete, insert, select, update on order_rollups to docket_follower;

grant delete, insert, select, update on order_rollups to docket_serving;

grant delete, insert, select, update on order_views to docket_follower;

grant delete, insert, select, update on order_views to docket_serving;

grant insert, select, update on orders to docket_follower;

grant insert, select, update on orders to docket_serving;

grant delete, insert, select, update on password_resets to docket_follower;

grant delete, insert, select, update on password_resets to docket_serving;

grant delete, insert, select, update on payment_events to docket_follower;

grant delete, insert, select, update on payment_events to docket_serving;

grant delete, insert, select, update on payment_positions to docket_follower;

grant delete, insert, select, update on payment_positions to docket_serving;

grant delete, insert, select, update on payment_providers to docket_follower;

grant delete, insert, select, update on payment_providers to docket_serving;

grant delete, insert, select, update on pickup_points to docket_follower;

grant delete, insert, select, update on pickup_points to docket_serving;

grant delete, insert, select on previews to docket_follower;

grant delete, insert, select on previews to docket_serving;

grant delete, insert, select, update on price_list_entries to docket_follower;

grant delete, insert, select, update on price_list_entries to docket_serving;

grant delete, insert, select, update on price_lists to docket_follower;

grant delete, insert, select, update on price_lists to docket_serving;

grant delete, insert, select on product_words to docket_follower;

grant delete, insert, select on product_words to docket_serving;

grant delete, insert, select, update on products to docket_follower;

grant delete, insert, select, update on products to docket_serving;

grant insert, select, update on promotion_uses to docket_follower;

grant insert, select, update on promotion_uses to docket_serving;

grant delete, insert, select, update on promotions to docket_follower;

grant delete, insert, select, update on promotions to docket_serving;

grant delete, insert, select, update on return_policies to docket_follower;

grant delete, insert, select, update on return_policies to docket_serving;

grant delete, insert, select, update on return_reasons to docket_follower;

grant delete, insert, select, update on return_reasons to docket_serving;

grant delete, insert, select, update on roles to docket_follower;

grant delete, insert, select, update on roles to docket_serving;

grant insert, select on settings_changes to docket_follower;

grant insert, select on settings_changes to docket_serving;

grant delete, insert, select, update on shipping_methods to docket_follower;

grant delete, insert, select, update on shipping_methods to docket_serving;

grant delete, insert, select, update on shopper_codes to docket_follower;

grant delete, insert, select, update on shopper_codes to docket_serving;

grant delete, insert, select on shopper_sessions to docket_follower;

grant delete, insert, select on shopper_sessions to docket_serving;

grant insert, select, update on stock to docket_follower;

grant insert, select, update on stock to docket_serving;

grant insert, select on stock_movements to docket_follower;

grant insert, select on stock_movements to docket_serving;

grant delete, insert, select, update on stock_places to docket_follower;

grant delete, insert, select, update on stock_places to docket_serving;

grant delete, insert, select, update on stock_reservations to docket_follower;

grant delete, insert, select, update on stock_reservations to docket_serving;

grant delete, insert, select, update on stores to docket_follower;

grant delete, insert, select, update on stores to docket_serving;

grant insert, select, update on subject_keys to docket_follower;

grant insert, select, update on subject_keys to docket_serving;

grant delete, insert, select, update on target_fields to docket_follower;

grant delete, insert, select, update on target_fields to docket_serving;

grant delete, insert, select, update on tasks to docket_follower;

grant delete, insert, select, update on tasks to docket_serving;

grant insert, select, update on tax_documents to docket_follower;

grant insert, select, update on tax_documents to docket_serving;

grant insert, select, update on tax_positions to docket_follower;

grant insert, select, update on tax_positions to docket_serving;

grant delete, insert, select, update on tax_rates to docket_follower;

grant delete, insert, select, update on tax_rates to docket_serving;

grant insert, select, update on tax_runs to docket_follower;

grant insert, select, update on tax_runs to docket_serving;

grant delete, insert, select, update on tax_settings to docket_follower;

grant delete, insert, select, update on tax_settings to docket_serving;

grant insert, select, update on use_counters to docket_follower;

grant insert, select, update on use_counters to docket_serving;

grant delete, insert, select, update on user_invitations to docket_follower;

grant delete, insert, select, update on user_invitations to docket_serving;

grant delete, insert, select, update on user_sessions to docket_follower;

grant delete, insert, select, update on user_sessions to docket_serving;

grant delete, insert, select, update on users to docket_follower;

grant insert, select, update on users to docket_serving;

grant insert, select on workflow_versions to docket_follower;

grant insert, select on workflow_versions to docket_serving;

grant delete, insert, select, update on workflows to docket_follower;

grant delete, insert, select, update on workflows to docket_serving;

grant update (opened_at) on draft_order_links to docket_serving;

grant update (nth) on import_chunks to docket_serving;

grant execute on function apply_consignments(json) to public;

grant execute on function apply_documents(json,json,json,json) to public;

grant execute on function apply_order_list(json,json) to public;

grant execute on function apply_promotion_uses(json) to public;

grant execute on function apply_rollups(json) to public;

grant execute on function commit_batch(text[],text[],text[],text[],text[],integer[],text[],text[],text[],text[],integer[],bytea[],text[],text[],text[],text[],text[],bytea[],text[],text[],text[],text[],integer[],text[],text[],integer[],integer[],bytea[],text[],text[],text[],text[],text[],text[],text[],bigint[],bigint[],bigint[],integer[],integer[],text[],text[],text[],bigint[],bigint[],bigint[],bigint[],bigint[],bigint[],bigint[],text[],text[],text[],text[],text[],text[],text[],json,json,json,json,json,json,json,integer[],text[],integer[],bigint[],integer[],integer[],text[],text[],integer[],text[],integer[],text[],bytea[],text[],text[],text[],text[],bytea[],bytea[],integer) to public;

grant execute on function confirm_order_drafts(json) to public;

grant execute on function ensure_account(text,text) to public;

grant execute on function ensure_order_list_partitions(date) to docket_follower;

grant execute on function ensure_order_list_partitions(date) to docket_serving;

grant execute on function fold_rollups(integer) to public;

grant execute on function forget_draft_orders(text,text,timestamp with time zone) to public;

grant execute on function order_list_bounds() to public;

grant execute on function order_list_count(text,tsquery,boolean,boolean,integer) to docket_follower;

grant execute on function order_list_count(text,tsquery,boolean,boolean,integer) to docket_serving;

grant execute on function order_list_future_from() to public;

grant execute on function order_list_matches(text,tsquery,timestamp with time zone,timestamp with time zone,integer) to docket_follower;

grant execute on function order_list_matches(text,tsquery,timestamp with time zone,timestamp with time zone,integer) to docket_serving;

grant execute on function order_list_tally(text,tsquery,timestamp with time zone,timestamp with time zone,boolean,boolean,text[],text[],text[],text[],text[],integer) to docket_follower;

grant execute on function order_list_tally(text,tsquery,timestamp with time zone,timestamp with time zone,boolean,boolean,text[],text[],text[],text[],text[],integer) to docket_serving;

grant execute on function protect(text,text) to public;

grant execute on function refuse_stale(integer[],text[],bigint[]) to public;

grant execute on function refuse_stock(text[],text[],text[],bigint[],bigint[],bigint[],integer[],integer[],bigint[],bigint[],bigint[]) to public;

grant execute on function refuse_versions(integer[],text[],text[],bytea[]) to public;

grant execute on function reserve_stock(text,text,json,timestamp with time zone,text) to public;

grant execute on function seed_draft_order_permissions(text) to public;

grant execute on function seed_hold_types(text) to public;

grant execute on function seed_return_reasons(text) to public;

grant execute on function seed_roles(text) to public;

grant execute on function take_draft_orders(json) to public;

grant execute on function taken_order_ids(text,text[],text[]) to public;

grant execute on function words_of(text) to public;
