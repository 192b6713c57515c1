import type { PlaceOrder } from '@docket/core/order/placing-commands';
import type pg from 'pg';
import type { Execute } from '../execute.js';
import type { ProviderSecrets } from '../payments/providers.js';
import { PAYMENT_PROVIDERS } from '../payments/providers.js';
import { createSettingStore } from '../settings-history/setting-store.js';

const PROVIDER = 'sandbox';
const ACCOUNT = 'default';

/** The gateway of the demo as a provider of the paper shop. Its port may be another one than at the last start. */
export async function connectDemoGateway(
  { pool, secrets }: { readonly pool: pg.Pool; readonly secrets: ProviderSecrets },
  url: string,
  at: string,
): Promise<void> {
  const providers = createSettingStore(pool, PAYMENT_PROVIDERS);
  const there = await providers.get(ACCOUNT, PROVIDER);
  // Whoever set it to another gateway meant it.
  if (there?.url === url || (there !== null && !there.url?.startsWith('http://127.0.0.1:'))) return;
  const edit = { account: ACCOUNT, actor: 'demo', at };
  const row = there ?? { provider: PROVIDER, name: 'Sandbox', adapter: 'sandbox', active: true, behaviours: [] };
  await providers.load(edit, [{ ...row, url }]);
  await secrets.change(edit, PROVIDER, { apiKey: 'docket-demo-sandbox' });
}

/** An order that waits for its buyer to pay on the page of the gateway. */
export async function placeUnpaidOrder(execute: Execute): Promise<void> {
  const command: PlaceOrder = {
    type: 'place',
    store: 'default',
    channel: 'web',
    workflow: 'complete',
    currency: 'EUR',
    buyer: { email: 'ines@example.com', firstName: 'Ines', lastName: 'Moreau' },
    lines: [{ sku: 'gift-set', name: 'Gift set: notebook, pen and ink', quantity: 1, priceMicros: 49_900_000 }],
    deliveries: [
      {
        type: 'delivery',
        price: 490,
        address: {
          receiver: 'Ines Moreau',
          street: 'Rue des Lilas 8',
          city: 'Lyon',
          postalCode: '69003',
          country: 'FR',
        },
      },
    ],
    payments: [{ method: 'credit_card', provider: PROVIDER, amount: 5_480 }],
    total: 5_480,
  };
  const outcome = await execute({
    account: ACCOUNT,
    command,
    actor: { kind: 'system', id: 'demo' },
    reason: 'an order to pay in the sandbox',
  });
  if (!outcome.accepted) throw new Error(`the order of the demo was refused: ${outcome.refusal.refused}`);
}
