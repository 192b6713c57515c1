import type pg from 'pg';
import { query } from '../database/pool.js';
import { settingLock } from '../settings-history/setting-store.js';

/**
 * Every table that may hold something about a person, and how it loses it. A test reads the tables of the schema and
 * fails for one that stands neither here nor under `NOT_PERSONAL`: whoever adds a table has to say.
 */
export interface Redaction {
  readonly table: string;
  /** Redacts what is kept under the subject itself; null: done with each order (`person_forgotten`) or with its key. */
  readonly redactSubject: ((client: pg.ClientBase, forgotten: Forgotten) => Promise<number>) | null;
  readonly how: string;
}

/** Whom to forget. `addresses`: the subject itself where it is one, and those that a customer is known to have (`email:<hmac>`). */
export interface Forgotten {
  readonly account: string;
  readonly subject: string;
  readonly addresses: readonly string[];
  readonly at: string;
}

export const REDACTIONS: readonly Redaction[] = [
  { table: 'events', redactSubject: null, how: 'the personal part is encrypted; its key is destroyed' },
  {
    table: 'orders',
    redactSubject: null,
    how: 'the state is folded again without the personal parts (person_forgotten)',
  },
  {
    table: 'order_list',
    redactSubject: null,
    how: 'name, mail and search words are written again from the redacted state',
  },
  {
    table: 'document_values',
    redactSubject: null,
    how: 'values of fields are written again from the redacted state, which has the plain ones alone',
  },
  { table: 'subject_keys', redactSubject: null, how: 'the key becomes null' },
  { table: 'customers', redactSubject: redactCustomer, how: 'the record of the customer is emptied' },
  { table: 'customer_words', redactSubject: dropWords, how: 'the words by which the customer was found are deleted' },
  { table: 'order_views', redactSubject: removeViews, how: 'saved views that filter by the person are removed' },
  { table: 'mails', redactSubject: redactMails, how: 'address and content are wiped; what waits is not sent' },
  { table: 'feed_deliveries', redactSubject: wipeAnswers, how: 'what receivers answered about their orders is wiped' },
  {
    table: 'tax_documents',
    redactSubject: wipeTaxCalls,
    how: 'what was sent and answered about their orders is wiped',
  },
  { table: 'previews', redactSubject: forgetPreviews, how: 'what was previewed for the person is deleted' },
  { table: 'order_drafts', redactSubject: forgetDrafts, how: 'drafts of the orders of the person are deleted' },
  {
    table: 'draft_orders',
    redactSubject: forgetDraftOrders,
    how: 'what staff wrote is deleted; what was not placed is cancelled, and its stock given back',
  },
  {
    table: 'draft_order_links',
    redactSubject: null,
    how: 'deleted with what their draft order holds, in the same step',
  },
  {
    table: 'users',
    redactSubject: null,
    how: 'staff, not buyers: emptied when the person leaves the last account (docs/how-to/add-staff.md)',
  },
  { table: 'user_sessions', redactSubject: null, how: 'of staff: deleted when they end, at most 7 days later' },
  { table: 'shopper_sessions', redactSubject: endShopperSessions, how: 'deleted' },
  { table: 'shopper_codes', redactSubject: dropShopperCodes, how: 'deleted' },
  {
    table: 'import_chunks',
    redactSubject: null,
    how: 'uploaded files are encrypted, and deleted when their import ends, seven days after the upload at the latest',
  },
  {
    table: 'gateway_log',
    redactSubject: wipeExchanges,
    how: 'what was said to payment providers about their orders, and what they answered, is wiped',
  },
  { table: 'guest_links', redactSubject: dropGuestLinks, how: 'links to their orders are deleted' },
];

/** Tables that hold nothing about a person, with the reason. */
export const NOT_PERSONAL: Readonly<Record<string, string>> = {
  accounts: 'the account itself',
  stores: 'the stores of the account',
  consignments:
    'which shipments travel together, when and by whom, and why one was given up; addresses and receivers stand in their orders',
  consignment_list: 'numbers, carriers and dates of consignments',
  account_heads: 'counters',
  number_blocks: 'counters',
  app_keys: 'keys of programs',
  app_key_tokens: 'hashes of tokens',
  roles: 'names of permissions',
  forgotten_subjects: 'certificates: counts and hashes',
  draft_order_changes: 'who did what to a draft order, and when',
  stock_reservations: 'counters and ids of draft orders',
  order_external_ids: 'numbers that other systems gave an order; books',
  idempotency: 'hashes of requests, kept for 7 days',
  kept_answers: 'sealed tokens of programs and of links, kept for 7 days; a link of a forgotten person opens nothing',
  tasks: 'order ids and command names',
  document_types: 'definitions of the account',
  target_fields: 'definitions of the account',
  document_list: 'kinds, numbers, statuses and amounts of documents; ids in other systems',
  products: 'catalogue',
  product_words: 'catalogue',
  stock: 'counters',
  stock_movements: 'counters, order and line ids',
  shipping_methods: 'catalogue',
  carriers: 'who carries parcels',
  pickup_points: 'shops and lockers of the account',
  tax_settings: 'how stores charge tax; the key of the service is sealed',
  tax_rates: 'rates',
  tax_positions: 'counters',
  tax_runs: 'counters, and who started them',
  price_lists: 'whom a list is for, by group, company, store and channel',
  price_list_entries: 'prices',
  promotions: 'rules; ids of customers at most',
  coupons: 'codes and their limits',
  promotion_uses: 'order and customer ids; books',
  use_counters: 'counters, by customer id at most',
  channels: 'where orders come from',
  hold_types: 'what holds block',
  return_policies: 'what a store takes back',
  return_reasons: 'codes and their labels',
  edit_rules: 'when what may be edited',
  cash_roundings: 'what totals are a multiple of',
  stock_places: 'places of the account',
  workflows: 'steps and their rules',
  workflow_versions: 'steps and their rules',
  order_rollups: 'sums',
  order_rollup_months: 'sums',
  order_rollup_deltas: 'sums',
  settings_changes: 'values of settings; of people roles and scope, and of the rest the names of fields alone',
  schema_migrations: 'migrations',
  feed_positions: 'counters',
  feeds: 'filters of the account; keys of receivers are sealed',
  feed_items: 'order ids and statuses',
  feed_orders: 'order ids',
  memberships: 'ids of staff, their roles and scope',
  user_invitations: 'hashes of codes, ids of staff',
  password_resets: 'hashes of codes, ids of staff',
  login_attempts: 'counters under an HMAC, for an hour at most',
  imports: 'names of files, mapping and counts; the key where a run stands is gone when it has ended',
  import_rejections: 'lines, numbers of records and reasons of files; nothing of what is in a row',
  payment_providers: 'settings; keys are sealed',
  payment_events: 'ids of orders and of payments, and types of events',
  payment_positions: 'counters',
  credits: 'balances, by customer id at most; codes are hashes',
  credit_holds: 'order and payment ids; books',
  credit_movements: 'amounts and order ids; books',
  installation: 'a mark of the secret, from which nothing follows',
};

async function redactCustomer(client: pg.ClientBase, { account, subject, at }: Forgotten): Promise<number> {
  if (!subject.startsWith('customer:')) return 0;
  const { rowCount } = await query(
    client,
    {
      name: 'forget_customer',
      // A change of customers that read the person before would write them again: it is waited for.
      text: `with quiet as materialized (select pg_advisory_xact_lock(hashtextextended($4, 0)))
             update customers set email = null, first_name = null, last_name = null, phone = null, document = null,
                    company = null, locale = null, groups = '{}', organisation = null,
                    tax_exemption = null, forgotten_at = $3
               from quiet
              where account = $1 and customer_id = $2 and forgotten_at is null`,
    },
    [account, subject.slice('customer:'.length), at, settingLock(account, 'customer')],
  );
  return rowCount ?? 0;
}

async function dropWords(client: pg.ClientBase, { account, subject }: Forgotten): Promise<number> {
  if (!subject.startsWith('customer:')) return 0;
  const { rowCount } = await query(
    client,
    {
      name: 'forget_customer_words',
      text: 'delete from customer_words where account = $1 and customer_id = $2',
    },
    [account, subject.slice('customer:'.length)],
  );
  return rowCount ?? 0;
}

async function removeViews(client: pg.ClientBase, { account, subject, addresses }: Forgotten): Promise<number> {
  const { rowCount } = await query(
    client,
    { name: 'forget_views', text: 'delete from order_views where account = $1 and people && $2::text[]' },
    [account, [subject, ...addresses]],
  );
  return rowCount ?? 0;
}

/** Mails to the person's addresses, and those about their orders. */
async function redactMails(client: pg.ClientBase, { account, subject, addresses }: Forgotten): Promise<number> {
  const { rowCount } = await query(
    client,
    {
      name: 'forget_mails',
      text: `update mails set personal = null, recipient = 'forgotten',
                    state = case when state = 'queued' then 'failed' else state end,
                    last_error = case when state = 'queued' then 'its reader was forgotten' else last_error end
              where account = $1 and recipient <> 'forgotten'
                and (recipient = any ($2::text[])
                     or order_id in (select stream_id from subject_keys
                                      where account = $1 and subject = $3 and stream_kind = 'order')
                     or draft_order_id in (select stream_id from subject_keys
                                            where account = $1 and subject = $3 and stream_kind = 'draft_order'))`,
    },
    [account, addresses, subject],
  );
  return rowCount ?? 0;
}

async function forgetDrafts(client: pg.ClientBase, { account, subject }: Forgotten): Promise<number> {
  const { rowCount } = await query(
    client,
    {
      name: 'forget_order_drafts',
      text: `delete from order_drafts d using subject_keys s
              where d.account = $1 and s.account = d.account and s.subject = $2
                and s.stream_kind = 'order' and s.stream_id = d.order_id`,
    },
    [account, subject],
  );
  return rowCount ?? 0;
}

async function forgetDraftOrders(client: pg.ClientBase, { account, subject, at }: Forgotten): Promise<number> {
  const { rows } = await query<{ count: number }>(
    client,
    { name: 'forget_draft_orders', text: 'select forget_draft_orders($1, $2, $3) as count' },
    [account, subject, at],
  );
  return rows[0]?.count ?? 0;
}

async function forgetPreviews(client: pg.ClientBase, { account, subject }: Forgotten): Promise<number> {
  const { rowCount } = await query(
    client,
    { name: 'forget_previews', text: 'delete from previews where account = $1 and $2 = any (subjects)' },
    [account, subject],
  );
  return rowCount ?? 0;
}

async function endShopperSessions(client: pg.ClientBase, { account, addresses }: Forgotten): Promise<number> {
  const { rowCount } = await query(
    client,
    {
      name: 'forget_shopper_sessions',
      text: 'delete from shopper_sessions where account = $1 and recipient = any ($2::text[])',
    },
    [account, addresses],
  );
  return rowCount ?? 0;
}

async function dropShopperCodes(client: pg.ClientBase, { account, addresses }: Forgotten): Promise<number> {
  const { rowCount } = await query(
    client,
    {
      name: 'forget_shopper_codes',
      text: 'delete from shopper_codes where account = $1 and recipient = any ($2::text[])',
    },
    [account, addresses],
  );
  return rowCount ?? 0;
}

async function dropGuestLinks(client: pg.ClientBase, { account, subject }: Forgotten): Promise<number> {
  const { rowCount } = await query(
    client,
    {
      name: 'forget_guest_links',
      text: `delete from guest_links
              where account = $1
                and order_id in (select stream_id from subject_keys
                                  where account = $1 and subject = $2 and stream_kind = 'order')`,
    },
    [account, subject],
  );
  return rowCount ?? 0;
}

/** Amounts and numbers stay, for the books; addresses stand in the words of the calls alone. */
async function wipeTaxCalls(client: pg.ClientBase, { account, subject }: Forgotten): Promise<number> {
  const { rowCount } = await query(
    client,
    {
      name: 'forget_tax_calls',
      text: `update tax_documents set request = null, answer = null
              where account = $1 and (request is not null or answer is not null)
                and order_id in (select stream_id from subject_keys
                                  where account = $1 and subject = $2 and stream_kind = 'order')`,
    },
    [account, subject],
  );
  return rowCount ?? 0;
}

async function wipeExchanges(client: pg.ClientBase, { account, subject }: Forgotten): Promise<number> {
  const { rowCount } = await query(
    client,
    {
      name: 'forget_gateway_log',
      text: `update gateway_log set sealed = null
              where account = $1 and sealed is not null
                and order_id in (select stream_id from subject_keys
                                  where account = $1 and subject = $2 and stream_kind = 'order')`,
    },
    [account, subject],
  );
  return rowCount ?? 0;
}

/** What was sent names an order and its status; what came back may say anything. */
async function wipeAnswers(client: pg.ClientBase, { account, subject }: Forgotten): Promise<number> {
  const { rowCount } = await query(
    client,
    {
      name: 'forget_feed_answers',
      text: `update feed_deliveries set answer = null
              where account = $1 and answer is not null
                and order_id in (select stream_id from subject_keys
                                  where account = $1 and subject = $2 and stream_kind = 'order')`,
    },
    [account, subject],
  );
  return rowCount ?? 0;
}
