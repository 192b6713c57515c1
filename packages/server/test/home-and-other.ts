import { query, withAccounts } from '../src/database/pool.js';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { ADMIN, ORDER, type TestApi } from './setup/api.js';
import { hire } from './setup/person.js';
import { ACCOUNT, askOutside, bearer, codeFor } from './shoppers.js';

/** A word that stands in texts of the account at home, and in no request of anybody else. */
export const MARK = 'Zarathustra';

/** An account with one of everything that an address can name. */
export interface Home {
  /** What a route's parameter of this name is called here; `x` where nothing is. */
  readonly idOf: (parameter: string, url: string) => string;
  /** Ids that Docket gave, and that nobody outside knows. */
  readonly ids: readonly string[];
  /** Its key, which may do everything. */
  readonly key: Readonly<Record<string, string>>;
  /** What is stored of the account, by table. When something was used last is no change. */
  readonly fingerprint: () => Promise<Readonly<Record<string, string>>>;
}

/** People and programs of an account that has nothing to do with home, each as the headers they send. */
export interface Other {
  readonly key: Readonly<Record<string, string>>;
  readonly person: Readonly<Record<string, string>>;
  readonly shopper: Readonly<Record<string, string>>;
  readonly guestToken: string;
  /** Of a link to a draft order. */
  readonly draftToken: string;
}

const KEY = { 'x-vtex-api-appkey': 'docket-demo', 'x-vtex-api-apptoken': 'docket-demo-token' };
const OTHER_KEY = { 'x-vtex-api-appkey': 'other-key', 'x-vtex-api-apptoken': 'other-token' };

export async function homeOf(api: TestApi): Promise<Home> {
  const put = async (method: 'PUT' | 'POST', path: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await api.ask(method, `${ADMIN}/${path}`, { body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body as unknown as Record<string, unknown>;
  };
  await put('PUT', 'stores/home-store', { name: MARK });
  await put('PUT', 'channels/home-channel', { name: MARK });
  await put('PUT', 'stock-places/home-place', { name: MARK });
  await put('POST', 'products', { items: [{ sku: 'HOME-1', name: MARK }] });
  await put('POST', 'customers', { items: [{ customerId: 'home-customer', firstName: MARK }] });
  await put('POST', 'shipping-methods', {
    items: [{ code: 'home-post', name: MARK, price: 100, currency: 'EUR' }],
  });
  await put('POST', 'stock', { items: [{ sku: 'HOME-1', place: 'home-place', onHand: 5 }] });
  await put('POST', 'roles', { role: 'home-role', name: MARK, permissions: ['orders.view'] });
  const { viewId } = await put('POST', 'views', { name: MARK, shared: true, query: {} });
  const key = await put('POST', 'keys', { label: MARK, roles: ['home-role'] });
  const buyer = { email: 'ana@home.example', firstName: MARK, lastName: MARK };
  const lines = ORDER.lines.map((line) => ({ ...line, name: `${line.name} ${MARK}` }));
  const order = { ...ORDER, lines, buyer, workflow: 'free', note: MARK, customerId: 'home-customer' };
  // Both accounts count from the same number: after these the order has an id that the other account has not.
  await put('POST', 'orders/bulk', { items: Array.from({ length: 30 }, () => ({ order: ORDER })) });
  const { orderId } = await put('POST', 'orders', order);
  await put('POST', `orders/${String(orderId)}/packages`, { packageId: 'p1', items: [{ sku: 'POT-1', quantity: 1 }] });
  const link = await put('POST', `orders/${String(orderId)}/guest-links`, { mail: true });
  const preview = await api.ask('POST', `${ADMIN}/orders/${String(orderId)}/notes`, {
    body: { text: MARK },
    headers: { prefer: 'preview' },
  });
  const draft = await put('POST', 'draft-orders', {
    currency: 'EUR',
    customerId: 'home-customer',
    buyer,
    lines: [{ sku: 'HOME-1', quantity: 1, priceMicros: 1_000_000, priceReason: MARK, place: 'home-place' }],
    note: MARK,
    message: MARK,
    stockPolicy: 'firm',
  });
  const person = await hire(api, `${MARK.toLowerCase()}@home.example`);
  const ids: Record<string, string> = {
    orderId: String(orderId),
    orderGroup: String(orderId).split('-')[0] ?? '',
    paymentId: '1',
    packageId: 'p1',
    viewId: String(viewId),
    draftOrderId: String(draft['draftOrderId']),
    workflow: 'simple',
    version: '1',
    store: 'home-store',
    channel: 'home-channel',
    place: 'home-place',
    sku: 'HOME-1',
    code: 'home-post',
    customerId: 'home-customer',
    role: 'home-role',
    key: (key['key'] as { key: string } | string as { key?: string }).key ?? String(key['key']),
    mailId: String(link['mailId']),
    linkId: String(link['linkId']),
    userId: person.userId,
    sessionId: person.session.sessionId,
    previewToken: (preview.body as unknown as { token: string }).token,
  };
  const tokens = (url: string): string => (url.includes('/keys/') ? '1' : (ids['previewToken'] ?? 'x'));
  return {
    idOf: (parameter, url) => (parameter === 'token' ? tokens(url) : (ids[parameter] ?? 'x')),
    ids: ['orderId', 'viewId', 'draftOrderId', 'key', 'mailId', 'linkId', 'userId', 'sessionId'].map(
      (name) => ids[name] ?? '',
    ),
    key: KEY,
    fingerprint: () => fingerprint(api, person.userId),
  };
}

async function fingerprint(api: TestApi, userId: string): Promise<Record<string, string>> {
  const { owner } = api.database;
  const { rows } = await owner.query<{ name: string; account: boolean }>(
    `select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account') as account
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('account', 'user_id'))`,
  );
  const texts: Record<string, string> = {};
  for (const { name, account } of rows) {
    const found = await owner.query<{ text: string }>(
      `select coalesce(string_agg((to_jsonb(t) - 'last_used_at')::text, ' ' order by to_jsonb(t)::text), '') as text
         from ${name} t where ${account ? 'account' : 'user_id::text'} = $1`,
      [account ? 'default' : userId],
    );
    texts[name] = found.rows[0]?.text ?? '';
  }
  return texts;
}

/** Of a product that no catalogue knows. */
const OTHER_DRAFT = {
  currency: 'EUR',
  lines: [{ sku: 'OTHER-1', name: 'Other', quantity: 1, priceMicros: 1_000_000, priceReason: 'agreed' }],
  stockPolicy: 'none',
};

export async function openOther(api: TestApi): Promise<Other> {
  await withAccounts(api.database.serving, ['other'], (client) =>
    query(client, { text: 'select ensure_account($1, $1)' }, ['other']),
  );
  await ensureAppKey(api.database.serving, 'other', { key: 'other-key', token: 'other-token', permissions: ['*'] });
  const body = { ...ORDER, buyer: { email: 'cleo@other.example' } };
  const placed = await api.ask('POST', `${ADMIN}/orders`, { headers: OTHER_KEY, body });
  const link = await api.ask('POST', `${ADMIN}/orders/${placed.body.orderId}/guest-links`, {
    headers: OTHER_KEY,
    body: {},
  });
  const draft = await api.ask('POST', `${ADMIN}/draft-orders`, { headers: OTHER_KEY, body: OTHER_DRAFT });
  const { draftOrderId } = draft.body as unknown as { draftOrderId: string };
  const sent = await api.ask('POST', `${ADMIN}/draft-orders/${draftOrderId}/send`, { headers: OTHER_KEY, body: {} });
  const person = await hire(api, 'bo@other.example', { account: 'other' });
  const signIn = { email: 'cleo@other.example', account: 'other' };
  await askOutside(api, 'POST', `${ACCOUNT}/sign-in`, { body: signIn });
  const code = await codeFor(api, signIn.email, OTHER_KEY);
  const confirmed = await askOutside(api, 'POST', `${ACCOUNT}/sign-in/confirm`, { body: { ...signIn, code } });
  return {
    key: OTHER_KEY,
    person: person.headers,
    shopper: bearer(String(confirmed.body?.['token'])).headers,
    guestToken: (link.body as unknown as { token: string }).token,
    draftToken: (sent.body as unknown as { link: { token: string } }).link.token,
  };
}
