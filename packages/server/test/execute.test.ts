import type { Command } from '@docket/core/order/commands';
import { STATE_SCHEMA } from '@docket/core/order/order';
import { statusOf } from '@docket/core/order/status';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldEvents, readEvents } from '../src/event-log/read-events.js';
import { hashOf, noHash } from '../src/event-log/seal-events.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { saveProducts } from '../src/catalogue/products.js';
import { setStock } from '../src/stock/stock.js';
import { acceptedOrder, asked, openWritePath, placement, refusalOf, rowsOf, type WritePath } from './write-path.js';

let path: WritePath;

beforeAll(async () => {
  path = await openWritePath();
  const product = { gtin: null, priceMicros: 10_000_000, currency: 'EUR', counted: true, place: 'main' };
  await saveProducts(path.database.serving, 'acme', [
    { ...product, sku: 'cup', name: 'Cup' },
    { ...product, sku: 'jar', name: 'Jar' },
  ]);
  await setStock(
    path.database.serving,
    'acme',
    [{ sku: 'cup', place: 'main', onHand: 100 }],
    'first count',
    path.clock.now,
  );
});
afterAll(() => path.close());

const card = (amount: number) => [{ id: 'p1', method: 'credit_card', amount }];
const cups = (quantity: number) =>
  placement({ lines: [{ sku: 'cup', quantity }], total: quantity * 1000, payments: card(quantity * 1000) });

const stockOf = async (sku: string) =>
  (
    await rowsOf<{ on_hand: number; claimed: number; confirmed: number }>(
      path,
      'select on_hand, claimed, confirmed from stock where account = $1 and sku = $2',
      ['acme', sku],
    )
  )[0];

describe('the write path', () => {
  it('takes an order from placement to delivery, and its log folds to the stored state', async () => {
    const { execute, log } = path;
    const placed = acceptedOrder(await execute(asked(cups(3))));
    const { orderId } = placed.head;
    expect(orderId).toMatch(/^14800005\d{5}-01$/);
    expect(await stockOf('cup')).toEqual({ on_hand: 100, claimed: 3, confirmed: 0 });

    const run = async (command: Command) => acceptedOrder(await execute(asked(command, { orderId })));
    await run({ type: 'approve_payment', paymentId: 'p1' });
    expect(await stockOf('cup')).toEqual({ on_hand: 100, claimed: 0, confirmed: 3 });
    await run({ type: 'start_handling' });
    await run({ type: 'issue_invoice', number: 'A-1', value: 3000 });
    expect(await stockOf('cup')).toEqual({ on_hand: 97, claimed: 0, confirmed: 0 });
    const sent = await run({
      type: 'send_package',
      packageId: 'box',
      carrier: 'CTT',
      trackingNumber: 'T1',
      invoiceNumber: 'A-1',
    });
    const box = Object.keys(sent.documents.package)[0] ?? '';
    const delivered = await run({ type: 'track_package', packageId: box, delivered: true });
    expect(delivered.head.deliveredAt).not.toBeNull();
    expect(statusOf(delivered.head.instances)).toBe('invoiced');

    const events = await readEvents(log, 'acme', orderId);
    const stored = await loadOrder(log, 'acme', orderId);
    expect(await foldEvents(log, events)).toEqual(stored?.order);
    expect(stored?.order).toEqual(JSON.parse(JSON.stringify(delivered)));

    let last: Buffer = noHash;
    for (const { sealed } of events) {
      expect(sealed.prevHash).toEqual(last);
      expect(hashOf(sealed)).toEqual(sealed.hash);
      last = sealed.hash;
    }
    const [row] = await rowsOf(path, 'select status, version from order_list where account = $1 and order_id = $2', [
      'acme',
      orderId,
    ]);
    expect(row).toEqual({ status: 'invoiced', version: events.length });
  });

  it('refuses an order that stock cannot serve, and names the line', async () => {
    const outcome = await path.execute(asked(cups(98)));
    expect(outcome).toMatchObject({
      accepted: false,
      refusal: {
        refused: 'insufficient_stock',
        pointer: '/lines/0/quantity',
        details: { sku: 'cup', place: 'main', requested: 98 },
      },
    });
  });

  it('sums what lines of one product ask for: two that would pass one by one are refused together (pain 2.9)', async () => {
    const { on_hand = 0, claimed = 0, confirmed = 0 } = (await stockOf('cup')) ?? {};
    const free = on_hand - claimed - confirmed;
    const most = Math.floor(free / 2) + 1;
    const twice = placement({
      lines: [
        { id: 'a', sku: 'cup', quantity: most },
        { id: 'b', sku: 'cup', quantity: most },
      ],
      total: 2 * most * 1000,
      payments: card(2 * most * 1000),
    });
    expect(refusalOf(await path.execute(asked(twice)))).toBe('insufficient_stock');
    expect(await stockOf('cup')).toEqual({ on_hand, claimed, confirmed });
  });

  it('refuses a counted product that has no stock at the place', async () => {
    const jars = placement({ lines: [{ sku: 'jar', quantity: 1 }], total: 1000, payments: card(1000) });
    expect(refusalOf(await path.execute(asked(jars)))).toBe('stock_not_counted');
  });

  it('decides again when the catalogue was changed by another process', async () => {
    const { execute, database } = path;
    await execute(asked(cups(1)));
    await saveProducts(database.serving, 'acme', [
      { sku: 'cup', gtin: null, name: 'Cup', priceMicros: 20_000_000, currency: 'EUR', counted: true, place: 'main' },
    ]);
    const order = acceptedOrder(
      await execute(asked(placement({ lines: [{ sku: 'cup', quantity: 1 }], total: 2000, payments: card(2000) }))),
    );
    expect(order.head.totals.total).toBe(2000);
  });

  it('keeps an external id for one order of the account', async () => {
    const first = placement({ externalIds: { shop: 'A-77' } });
    acceptedOrder(await path.execute(asked(first)));
    expect(refusalOf(await path.execute(asked(first)))).toBe('external_id_taken');
    acceptedOrder(await path.execute(asked(placement({ externalIds: { market: 'A-77' } }))));
  });

  it('keeps a place in a group for one order', async () => {
    const second = placement({ group: { id: '1480000999999', position: 2 } });
    expect(acceptedOrder(await path.execute(asked(second))).head.orderId).toBe('1480000999999-02');
    expect(refusalOf(await path.execute(asked(second)))).toBe('order_exists');
  });

  it('refuses a command on another version than the sender knows', async () => {
    const { orderId } = acceptedOrder(await path.execute(asked(placement()))).head;
    const note = { type: 'add_note', text: 'hello' } as const;
    expect(refusalOf(await path.execute(asked(note, { orderId, expectedVersion: 7 })))).toBe('version_conflict');
    acceptedOrder(await path.execute(asked(note, { orderId, expectedVersion: 1 })));
  });

  it('lets 40 commands of one order from two processes all happen, one after the other', async () => {
    const { orderId } = acceptedOrder(await path.execute(asked(placement()))).head;
    const other = path.another();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 === 0 ? path : other).execute(asked({ type: 'add_note', text: `note ${n}` }, { orderId })),
      ),
    );
    const accepted = outcomes.filter((outcome) => outcome.accepted).length;
    const events = await readEvents(path.log, 'acme', orderId);
    expect(events.map(({ recorded }) => recorded.version)).toEqual(events.map((_, index) => index + 1));
    expect(events.length).toBe(accepted + 1);
    expect(outcomes.every((outcome) => outcome.accepted || outcome.refusal.refused === 'version_conflict')).toBe(true);
    expect(accepted).toBeGreaterThan(20);
  });

  it('writes the whole state of an order that an older release wrote', async () => {
    const { orderId } = acceptedOrder(await path.execute(asked(placement()))).head;
    const { rowCount } = await path.database.owner.query(
      `update orders set state_schema = state_schema - 1, lines = '"as it was"', documents = '"as it was"', carried = '"as it was"'
        where account = 'acme' and order_id = $1`,
      [orderId],
    );
    expect(rowCount).toBe(1);
    const noted = acceptedOrder(await path.execute(asked({ type: 'add_note', text: 'small' }, { orderId })));
    const stored = await loadOrder(path.log, 'acme', orderId);
    expect(stored?.stateSchema).toBe(STATE_SCHEMA);
    expect(stored?.order).toEqual(JSON.parse(JSON.stringify(noted)));
  });

  it('sets a timer when a step has one, and clears it when the order moves on', async () => {
    const { orderId } = acceptedOrder(await path.execute(asked(placement({ cancellationWindow: 1800 })))).head;
    const windows = () =>
      rowsOf(path, "select due from tasks where account = 'acme' and kind = 'order_timer' and key = $1", [
        `${orderId}/cancellation_window`,
      ]);
    expect(await windows()).toEqual([]);
    acceptedOrder(await path.execute(asked({ type: 'approve_payment', paymentId: 'p1' }, { orderId })));
    expect(await windows()).toEqual([{ due: new Date('2026-03-02T10:30:00.000Z') }]);
    acceptedOrder(await path.execute(asked({ type: 'request_cancellation' }, { orderId })));
    expect(await windows()).toEqual([]);
  });
});

describe('an idempotency key', () => {
  const keyed = (key: string, content: string) => ({ idempotency: { credential: 'key:shop', key, content } });

  it('answers the same request with the order as it was, and places it once', async () => {
    const request = () => path.execute(asked(placement({ note: 'once' }), keyed('k1', 'aa')));
    const first = acceptedOrder(await request());
    acceptedOrder(await path.execute(asked({ type: 'add_note', text: 'later' }, { orderId: first.head.orderId })));
    const again = await request();
    expect(again).toMatchObject({ accepted: true, replayed: true });
    expect(acceptedOrder(again)).toEqual(JSON.parse(JSON.stringify(first)));
  });

  it('answers the same request again when the order it fulfils has its seller by now', async () => {
    const buyers = acceptedOrder(await path.execute(asked(placement({ workflow: 'marketplace' })))).head.orderId;
    const sellers = placement({ fulfils: buyers, workflow: 'fulfillment', payments: [] });
    const request = (content: string) => path.execute(asked(sellers, keyed('k6', content)));
    const first = acceptedOrder(await request('aa'));
    expect(await request('aa')).toMatchObject({
      accepted: true,
      replayed: true,
      order: { head: { orderId: first.head.orderId } },
    });
    expect(refusalOf(await request('bb'))).toBe('idempotency_key_reused');
    expect(refusalOf(await path.execute(asked(sellers)))).toBe('not_in_this_step');
  });

  it('answers the same request again when its price is another one by now', async () => {
    const product = { sku: 'bowl', gtin: null, name: 'Bowl', currency: 'EUR', counted: false, place: 'main' };
    await saveProducts(path.database.serving, 'acme', [{ ...product, priceMicros: 25_000_000 }]);
    const request = (key: string) =>
      path.execute(asked(placement({ lines: [{ sku: 'bowl', quantity: 1 }] }), keyed(key, 'aa')));
    const first = acceptedOrder(await request('k7'));
    await saveProducts(path.database.serving, 'acme', [{ ...product, priceMicros: 30_000_000 }]);
    expect(refusalOf(await request('k8'))).toBe('totals_mismatch');
    const again = await request('k7');
    expect(again).toMatchObject({ accepted: true, replayed: true });
    expect(acceptedOrder(again).head.orderId).toBe(first.head.orderId);
  });

  it('is refused for another request', async () => {
    acceptedOrder(await path.execute(asked(placement(), keyed('k2', 'aa'))));
    expect(refusalOf(await path.execute(asked(placement(), keyed('k2', 'bb'))))).toBe('idempotency_key_reused');
  });

  it('places one order when the same request is sent ten times at once to two processes', async () => {
    const other = path.another();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? path : other).execute(asked(placement(), keyed('k3', 'cc')))),
    );
    expect(new Set(outcomes.map((outcome) => acceptedOrder(outcome).head.orderId)).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome.accepted && !outcome.replayed).length).toBe(1);
  });

  it('repeats a command on an order once, also after its refusal', async () => {
    const { orderId } = acceptedOrder(await path.execute(asked(placement()))).head;
    const note = (content: string) =>
      path.execute(asked({ type: 'add_note', text: 'n' }, { orderId, ...keyed('k4', content) }));
    acceptedOrder(await note('dd'));
    expect(await note('dd')).toMatchObject({ accepted: true, replayed: true, order: { head: { version: 2 } } });
    expect(refusalOf(await note('ee'))).toBe('idempotency_key_reused');

    const approve = (paymentId: string, content: string) =>
      path.execute(
        asked({ type: 'approve_payment', paymentId }, { orderId, expectedVersion: 2, ...keyed('k5', content) }),
      );
    expect(refusalOf(await approve('none', 'ff'))).toBe('payment_not_found');
    expect(await approve('p1', 'gg')).toMatchObject({ accepted: true, replayed: false });
    // Neither the version that moved on nor the payment that is no longer pending stands against a repetition.
    expect(await approve('p1', 'gg')).toMatchObject({
      accepted: true,
      replayed: true,
      order: { head: { version: 3 } },
    });
  });

  it('is kept for a command without effect too, and answered without events', async () => {
    const { orderId } = acceptedOrder(await path.execute(asked(placement({ tags: ['gift'] })))).head;
    const tag = (content: string) =>
      path.execute(asked({ type: 'change_tags', add: ['gift'] }, { orderId, ...keyed('k9', content) }));
    expect(await tag('aa')).toMatchObject({ accepted: true, replayed: false, order: { head: { version: 1 } } });
    acceptedOrder(await path.execute(asked({ type: 'change_tags', remove: ['gift'] }, { orderId })));
    // As it was then: the tag is on it, and nothing happened.
    expect(await tag('aa')).toMatchObject({
      accepted: true,
      replayed: true,
      events: [],
      order: { head: { version: 1, tags: ['gift'] } },
    });
    expect(refusalOf(await tag('bb'))).toBe('idempotency_key_reused');
  });
});
