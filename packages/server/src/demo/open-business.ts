import type { PersonalKeys } from '../personal-data/keys.js';
import type pg from 'pg';
import { ACCOUNT_SETTINGS } from '../accounts/account-settings.js';
import { insertKey, insertToken } from '../access/key-rows.js';
import { endingOf, newToken, tokenHash } from '../access/tokens.js';
import { saveProducts } from '../catalogue/products.js';
import { saveCustomers } from '../customers/customers.js';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { DOCUMENT_TYPES } from '../document-types/document-types.js';
import { TARGET_FIELDS } from '../document-types/target-fields.js';
import { HIDDEN_SECONDS, RETENTION_SECONDS } from '../feed/feed.js';
import type { Feeds } from '../feed/feeds.js';
import { createSettingStore } from '../settings-history/setting-store.js';
import { saveShippingMethods } from '../shipping/methods.js';
import { STOCK_PLACES } from '../stock/places.js';
import { type StockCount, setStock } from '../stock/stock.js';
import { CHANNELS } from '../stores/channels.js';
import { STORES } from '../stores/stores.js';
import { createOrderViews } from '../views/order-views.js';
import { WORKFLOWS } from '../workflows/workflows.js';
import type { Business } from './business.js';

/** Makes the account of a business and fills it with all but orders, at an instant long ago. */
export async function openBusiness(
  pool: pg.Pool,
  business: Business,
  stock: readonly StockCount[],
  at: string,
): Promise<void> {
  const { account, settings, stores, channels, places, methods, products, customers, workflows } = business;
  const { documentTypes, fields } = business;
  const edit = { account, at, actor: 'demo' };
  await withAccounts(pool, [account], (client) =>
    query(client, { text: 'select ensure_account($1, $2)' }, [account, settings.name]),
  );
  await createSettingStore(pool, STORES).load(edit, stores);
  await createSettingStore(pool, CHANNELS).load(edit, channels);
  await createSettingStore(pool, STOCK_PLACES).load(edit, places);
  await createSettingStore(pool, WORKFLOWS).load(
    edit,
    workflows.map((table) => ({ workflow: table.name, version: table.version, retired: false, draft: null, table })),
  );
  await createSettingStore(pool, DOCUMENT_TYPES).load(edit, documentTypes);
  await createSettingStore(pool, TARGET_FIELDS).load(edit, fields);
  await createSettingStore(pool, ACCOUNT_SETTINGS).change(edit, account, (before) => {
    if (before === null) throw new Error(`the account ${account} was not made`);
    return { ...before, ...settings };
  });
  await saveProducts(pool, account, products, edit);
  await saveShippingMethods(pool, account, methods, edit);
  await saveCustomers(pool, account, customers, edit);
  const problem = await setStock(pool, account, stock, 'first count', at, 'demo');
  if (problem !== 'ok') throw new Error(`the shelves of ${account} were refused: ${JSON.stringify(problem)}`);
  await addKeys(pool, business, at);
}

async function addKeys(pool: pg.Pool, { account, keys }: Business, at: string): Promise<void> {
  const scope = { stores: null, seller: null, own: false };
  await withAccounts(pool, [account], (client) =>
    inTransaction(client, async () => {
      for (const { name, label, permissions } of keys) {
        const key = `${account}-${name}`;
        const settings = { label, permissions, roles: [], scope, expiresAt: null };
        await insertKey(client, account, { key, settings, by: 'demo', at });
        const token = newToken();
        await insertToken(client, account, key, { token: 1, sha256: tokenHash(token), ending: endingOf(token), at });
      }
    }),
  );
}

/** What stands beside the orders, for everybody in the account. */
export async function addViews(
  { pool, keys }: { readonly pool: pg.Pool; readonly keys: Pick<PersonalKeys, 'subjectOf'> },
  { account, views }: Business,
  at: string,
): Promise<void> {
  const saved = createOrderViews({ pool, keys, now: () => at });
  const viewer = { account, id: 'demo', mayChangeShared: true };
  for (const [position, { name, query: asked }] of views.entries()) {
    const view = { name, shared: true, query: asked, columns: [], position };
    await saved.add(viewer, `demo-${position + 1}`, view);
  }
}

/** Feeds that begin a few days back, so that something waits in them. Hooks are paused: the demo calls nobody. */
export async function addFeeds(feeds: Feeds, { account, feeds: wanted }: Business, from: number): Promise<void> {
  for (const { feed, name, filter, url } of wanted) {
    const hook = url === undefined ? null : { url, headers: {}, secret: null };
    const times = { hiddenSeconds: HIDDEN_SECONDS.usual, retentionSeconds: RETENTION_SECONDS.usual };
    await feeds.add(account, { feed, owner: '', from }, { name, filter, ...times, hook });
    if (url !== undefined) await feeds.pause(account, feed, 'a hook of the demo, which leads nowhere');
  }
}
