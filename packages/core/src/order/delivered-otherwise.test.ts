import { describe, expect, it } from 'vitest';
import {
  approve,
  FACTS,
  given,
  type History,
  historyOf,
  invoice,
  NOON,
  place,
  startHandling,
} from './given.test-support.js';
import type { Facts } from './decision.js';
import { evolve } from './evolve.js';
import { editStages } from './edit-rules.js';
import { returnableValue } from './return-invoice.js';
import type { Order } from './order.js';
import type { ImportOrder } from './placing-commands.js';
import { accept, ask, authorise, orderOf, receive, send, settle } from './returned.test-support.js';

describe('goods that were invoiced and lie on the shelf', () => {
  const half = given(
    place({ workflow: 'simple' }),
    approve,
    startHandling,
    invoice(),
    send([{ lineId: '1', quantity: 1 }]),
  );

  it('have not arrived with the parcel of the others, where parcels take goods off the shelf', () => {
    const { history } = half.when({ type: 'track_package', packageId: '1', delivered: true });
    expect(orderOf(history).head.deliveredAt).toBeNull();
    const rest = history.when(send()).status('shipped').history;
    rest.when({ type: 'track_package', packageId: '2', delivered: true }).status('delivered');
  });

  it('have arrived when somebody says so, and then lie there no more', () => {
    const free = given(place({ workflow: 'free' }), approve, invoice(), send([{ lineId: '1', quantity: 1 }]));
    const { history } = free.when({ type: 'mark_delivered' }).then('order_delivered');
    expect(orderOf(history).lines.map(({ shipped, handedOver, stock }) => [shipped, handedOver, stock?.held])).toEqual([
      [1, 1, 0],
      [0, 1, 0],
    ]);
  });

  it('leave with their invoice elsewhere, and nothing is left to take off the shelf', () => {
    const { history } = given(place(), approve, startHandling, invoice()).when({ type: 'mark_delivered' });
    expect(orderOf(history).lines.every(({ handedOver }) => handedOver === undefined)).toBe(true);
  });
});

/** Three mugs at 40.00, paid and received long ago, of which no parcel and no paper is known. */
const old = (changes: Partial<ImportOrder> = {}): ImportOrder => ({
  type: 'import_order',
  createdAt: '2017-05-04T10:00:00.000Z',
  deliveredAt: '2017-05-08T12:00:00.000Z',
  workflow: 'free',
  status: 'Completed',
  currency: 'EUR',
  lines: [{ sku: 'MUG', quantity: 3 }],
  payments: [{ method: 'card', amount: 12_000, answer: 'approved', captured: 12_000 }],
  ...changes,
});

describe('an order that was imported as delivered, without papers and parcels', () => {
  it('is not cancelled by a label, and no refund of all of it cancels it: its goods are with the buyer', () => {
    given(old()).when({ type: 'set_status', status: 'Cancelled' }).refused('order_shipped');
    const { history } = given(old()).when({ type: 'refund' }).then('order_refunded');
    expect(orderOf(history).head.cancellation).toBeNull();
  });

  it('is edited to no fewer pieces than the buyer has, whatever the rules of the account', () => {
    const facts: Facts = { ...FACTS, editRules: { set_quantity: ['open', 'partly_sent', 'sent', 'delivered'] } };
    const fewer = { type: 'edit_order', changes: [{ change: 'set_quantity', lineId: '1', quantity: 1 }] } as const;
    given(old()).when(fewer, 'staff', 60, facts).refused('edit_below_papers', '/changes/0/quantity');
    expect(returnableValue(orderOf(given(old())))).toBe(12_000);
  });

  it('counts as partly sent where pieces come to it later', () => {
    const three = orderOf(given(old()));
    const four = { ...three, lines: three.lines.map((line) => ({ ...line, quantity: 4 })) };
    expect(editStages(four)).toEqual(['delivered', 'partly_sent']);
  });
});

/** As a log tells it that was written before pieces were counted as handed over. */
const before = (history: History): History => {
  const log = history.log.map((event) => {
    if (event.type === 'order_imported')
      return { ...event, data: { ...event.data, lines: event.data.lines.map(({ handedOver: _, ...line }) => line) } };
    if (event.type !== 'order_delivered') return event;
    const { handedOver: _, ...data } = event.data;
    return { ...event, data };
  });
  const order = log.reduce<Order | null>((folded, event) => evolve(folded, event), null);
  return historyOf(order, log, [], NOON);
};

describe('an order that was delivered before what was handed over was counted', () => {
  const arrived = before(
    given(place({ workflow: 'free' }), approve, invoice(), {
      type: 'mark_delivered',
      deliveredAt: '2026-02-01T00:00:00.000Z',
    }),
  );

  it('is marked once more, keeps its day, and its goods lie on the shelf no more', () => {
    expect(orderOf(arrived).lines.map(({ stock }) => stock?.held)).toEqual([2, 1]);
    const marked = arrived.when({ type: 'mark_delivered' }).then('order_delivered').history;
    expect(orderOf(marked).head.deliveredAt).toBe('2026-02-01T00:00:00.000Z');
    expect(orderOf(marked).lines.map(({ stock, handedOver }) => [stock?.held, handedOver])).toEqual([
      [0, 2],
      [0, 1],
    ]);
    marked.when({ type: 'mark_delivered' }).refused('package_delivered');
  });

  it('is returned from then on, imported or not', () => {
    for (const history of [arrived, before(given(old()))]) {
      history.when(ask('1', 1, { exception: 'old' })).refused('not_delivered');
      const back = [{ type: 'mark_delivered' } as const, ask('1', 1, { exception: 'old' }), authorise(), receive()];
      const inspected = [...back, accept('1', 1)].reduce((next, command) => next.when(command).history, history);
      inspected.when(settle()).then('return_invoice_issued', 'return_settled');
    }
  });
});
