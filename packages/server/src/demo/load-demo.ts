import type { Command } from '@docket/core/order/commands';
import type pg from 'pg';
import { saveProducts } from '../catalogue/products.js';
import { saveCustomers } from '../customers/customers.js';
import type { Execute } from '../execute.js';
import { saveShippingMethods } from '../shipping/methods.js';
import { setStock } from '../stock/stock.js';
import { createSettingStore } from '../settings-history/setting-store.js';
import { CHANNELS } from '../stores/channels.js';
import { CUSTOMERS, DEMO_CHANNELS, demoOrder, PRODUCTS, SHIPPING_METHODS } from './demo-data.js';

const HOW_MANY = 24;
const demo = { kind: 'staff', id: 'demo' } as const;

/** How far the n-th order has come. The lives repeat, so that every state is there several times. */
const LIVES: readonly ((total: number) => readonly Command[])[] = [
  () => [],
  () => [paid],
  () => [paid, started],
  (total) => [paid, started, invoice(total)],
  (total) => [paid, started, invoice(total), delivered],
  () => [{ type: 'request_cancellation', reason: 'Ordered twice', byBuyer: true }],
  () => [paid, started, { type: 'request_cancellation', reason: 'Found it cheaper', byBuyer: true }],
  (total) => [paid, started, invoice(total), delivered, { type: 'issue_return_invoice', number: 'R-1', value: 700 }],
];

const paid: Command = { type: 'approve_payment', paymentId: '1' };
const started: Command = { type: 'start_handling' };
const invoice = (value: number): Command => ({
  type: 'issue_invoice',
  number: 'INV-1',
  value,
  package: { carrier: 'Postbird', trackingNumber: `PB${value}DE` },
});
const delivered: Command = { type: 'track_package', packageId: '1', delivered: true };

/** What the simple workflow calls the same life: it sends without an invoice. */
const inSimpleWords = (command: Command): Command =>
  command.type === 'issue_invoice' ? { type: 'send_package', ...command.package } : command;

/** Fills a new account with a shop and orders in every state. Called once, when the account is made. */
export async function loadDemo(pool: pg.Pool, execute: Execute, account: string, at: string): Promise<void> {
  const edit = { account, at, actor: 'demo' };
  await createSettingStore(pool, CHANNELS).load(edit, DEMO_CHANNELS);
  await saveProducts(pool, account, PRODUCTS, edit);
  await saveShippingMethods(pool, account, SHIPPING_METHODS, edit);
  await saveCustomers(pool, account, CUSTOMERS, edit);
  await setStock(
    pool,
    account,
    PRODUCTS.map(({ sku }) => ({ sku, place: 'main', onHand: 120 })),
    'demo',
    at,
  );
  for (let n = 0; n < HOW_MANY; n += 1) {
    const order = demoOrder(n);
    const placed = await execute({ account, command: order, actor: demo, reason: 'demo' });
    if (!placed.accepted) throw new Error(`demo order ${n} was refused: ${JSON.stringify(placed.refusal)}`);
    const { orderId } = placed.order.head;
    for (const command of LIVES[n % LIVES.length]?.(order.total) ?? []) {
      const outcome = await execute({
        account,
        orderId,
        command: order.workflow === 'simple' ? inSimpleWords(command) : command,
        actor: demo,
        reason: 'demo',
      });
      // the simple workflow has no requests to cancel once handling has begun: it cancels
      if (!outcome.accepted)
        throw new Error(`demo order ${n} was refused ${command.type}: ${JSON.stringify(outcome.refusal)}`);
    }
  }
}
