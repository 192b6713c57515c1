import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FeedWork, openFeedWork } from './feed-work.js';
import type { ImportOrder } from '@docket/core/order/placing-commands';
import { writeOrders } from '../src/import/write-orders.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

/** A feed of VTEX tells words that VTEX knows, whatever workflow an order runs in; one of the native API tells steps. */

let path: WritePath;
let work: FeedWork;
beforeAll(async () => {
  path = await openWritePath();
  work = openFeedWork(path);
  for (const document of ['docket', 'vtex'] as const) {
    await work.add(`steps-${document}`, { type: 'status', statuses: [], document });
    const expression = 'true';
    await work.add(`orders-${document}`, { type: 'order', expression, everyMatch: true, document });
  }
});
afterAll(async () => {
  await work.end();
  await path.close();
});

const place = async (workflow: string): Promise<string> =>
  acceptedOrder(await path.execute(asked({ ...placement(), workflow }))).head.orderId;
const send = async (orderId: string, command: Parameters<typeof asked>[0]): Promise<void> => {
  acceptedOrder(await path.execute(asked(command, { orderId })));
};
const told = async (feed: string, of: string): Promise<string[]> => {
  await work.follow();
  const items = await work.items.page('acme', feed, { after: 0, limit: 1_000, openOnly: false });
  return items
    .filter(({ orderId }) => orderId === of)
    .map(({ domain, lastState, state }) => `${domain}: ${lastState} > ${state}`);
};

const END = {
  simple: { type: 'request_cancellation', reason: 'changed my mind' },
  free: { type: 'set_status', status: 'Cancelled' },
} as const;

it.each(['simple', 'free'] as const)(
  'of a %s order says what VTEX calls it, and only when that changes',
  async (workflow) => {
    const orderId = await place(workflow);
    await send(orderId, { type: 'add_note', text: 'no change of status' });
    await send(orderId, { type: 'approve_payment', paymentId: 'p1' });
    const paid = ['Marketplace:  > payment-pending', 'Marketplace: payment-pending > ready-for-handling'];
    expect((await told('steps-vtex', orderId)).slice(0, 2)).toEqual(paid);
    await send(orderId, END[workflow]);
    const all = await told('steps-vtex', orderId);
    expect(all.at(-1)).toMatch(/ > canceled$/);
    for (const [nth, item] of all.entries()) {
      expect(item.split(': ')[1]?.split(' > ')[0]).toBe(nth === 0 ? '' : all[nth - 1]?.split(' > ')[1]);
    }
    expect(await told('orders-vtex', orderId)).toContain(all.at(-1));
    const own = await told('steps-docket', orderId);
    expect(own.join()).not.toContain('ready-for-handling');
    expect(own[0]).toMatch(workflow === 'simple' ? / > pending$/ : / > New$/);
  },
);

it('of an order of its own workflows tells every step of either side, as before', async () => {
  const orderId = await place('complete');
  await send(orderId, { type: 'approve_payment', paymentId: 'p1' });
  const steps = await told('steps-vtex', orderId);
  expect(steps).toEqual(await told('steps-docket', orderId));
  expect(steps).toContain('Fulfillment: window-to-cancel > ready-for-handling');
});

it.each(['simple', 'complete'])('of an imported %s order tells nothing until it changes', async (workflow) => {
  const order: ImportOrder = {
    type: 'import_order',
    createdAt: '2020-01-01T00:00:00.000Z',
    status: workflow === 'simple' ? 'pending' : 'ready-for-handling',
    workflow,
    currency: 'EUR',
    externalIds: { shop: workflow },
    lines: [{ sku: 'TEA', name: 'Tea', quantity: 1, priceMicros: 5_000_000 }],
    payments: [{ method: 'card', amount: 500, answer: 'approved', captured: 500 }],
  };
  const record = { record: workflow, rows: 1, order, behind: [], rejected: [] };
  const importing = {
    account: 'acme',
    source: 'shop',
    actor: { kind: 'staff', id: 'test' },
    reason: 'import 1',
    again: false,
  } as const;
  const written = await writeOrders({ ...path, clock: () => path.clock.now }, importing, [record]);
  const orderId = written.orders[0]?.head.orderId ?? expect.fail(JSON.stringify(written.rejected));
  for (const feed of ['steps-docket', 'steps-vtex', 'orders-docket', 'orders-vtex']) {
    expect(await told(feed, orderId)).toEqual([]);
  }
  await send(orderId, { type: 'add_note', text: 'somebody looks at it' });
  expect(await told('steps-vtex', orderId)).toEqual([]);
  expect(await told('orders-vtex', orderId)).toHaveLength(1);
});
