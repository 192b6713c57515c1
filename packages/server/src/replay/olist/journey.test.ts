import type { Command } from '@docket/core/order/commands';
import { decide } from '@docket/core/order/decide';
import type { Facts } from '@docket/core/order/decision';
import { evolve } from '@docket/core/order/evolve';
import type { Order } from '@docket/core/order/order';
import { isRefusal } from '@docket/core/order/refusals';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeOlist } from '../../../test/made-up-olist.js';
import { COMMAND_ROUTES } from '../../api/native/command-routes.js';
import { EVERYTHING } from '../../access/sight.js';
import { orderView } from '../../api/native/order-view.js';
import type { ListedOrder, ShownOrder } from './docket-client.js';
import { journeyOf } from './journey.js';
import { differencesOf, outcomeOf } from './outcome.js';
import { placementOf } from './placement.js';
import { type OlistFiles, readOlistFiles } from './read-files.js';
import type { OlistRecord } from './record.js';
import { reportOf } from './report.js';

const SET_UP = {
  workflows: [],
  stores: [{ store: 'default', active: true, orderNumbers: null }],
  channels: [{ channel: 'olist', active: true, store: null }],
  places: ['main'],
  defaults: { store: 'default', channel: 'olist', workflow: 'complete', rounding: 'half_up', orderNumbers: null },
} as const;

const STAFF = { kind: 'staff', id: 'key:test' } as const;
const AT = '2026-03-02T12:00:00.000Z';

let files: OlistFiles;
let facts: Facts;
beforeAll(async () => {
  const { directory, remove } = writeOlist();
  files = await readOlistFiles(directory);
  remove();
  const products = files.products.map(
    ({ productId: sku, name }) =>
      [sku, { sku, name, gtin: null, priceMicros: null, currency: null, counted: true, place: 'main' }] as const,
  );
  facts = {
    products: new Map(products),
    shippingMethods: new Map(),
    holdTypes: [],
    returns: { policies: [], reasons: [] },
    ...SET_UP,
    documentTypes: [],
    targetFields: [],
    windowSeconds: 1800,
    placementSeconds: 300,
  };
});

const recordOf = (olistId: string): OlistRecord => {
  const record = files.records.find((each) => each.olistId === olistId);
  if (record === undefined) throw new Error(`no record ${olistId}`);
  return record;
};

/** The rules of core alone, without a server: what a command makes of an order. */
function ask(order: Order | null, command: Command): Order {
  const identity = {
    account: 'a',
    orderId: '1480000500001-01',
    group: '1480000500001',
    position: 1,
    sequence: 500_001,
  };
  const answer = decide(order, command, facts, { at: AT, actor: STAFF, reason: 'test', identity });
  if (isRefusal(answer)) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  let next = order;
  for (const event of answer.events) {
    const version = (next?.head.version ?? 0) + 1;
    next = evolve(next, { ...event, version, at: AT, actor: STAFF.id, reason: 'test' });
  }
  if (next === null) throw new Error('nothing was placed');
  return next;
}

const shown = (order: Order): ShownOrder =>
  orderView(order, { actor: STAFF, permissions: new Set(['*']) }, EVERYTHING) as ShownOrder;

/** Every state of the record's order, from its placement to its end. */
function driven(record: OlistRecord): readonly Order[] {
  const states = [ask(null, { type: 'place', ...placementOf(record) })];
  for (const step of journeyOf(record)) {
    const now = states.at(-1);
    if (now === undefined) throw new Error('unreachable');
    expect(step.done(shown(now)), `${record.olistId} ${step.name} before it was sent`).toBe(false);
    states.push(ask(now, { ...commandAt(step.path), ...step.body } as Command));
  }
  return states;
}

/** The command that a path below an order stands for. */
function commandAt(path: string): object {
  for (const route of COMMAND_ROUTES) {
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    const found = new RegExp(`^${route.path.replaceAll(/:\w+/g, '([^/]+)')}$`).exec(path);
    if (route.method !== 'POST' || found === null) continue;
    return { type: route.command, ...Object.fromEntries(names.map((name, index) => [name, found[index + 1]])) };
  }
  throw new Error(`no command at ${path}`);
}

const end = (olistId: string): ShownOrder => {
  const last = driven(recordOf(olistId)).at(-1);
  if (last === undefined) throw new Error('unreachable');
  return shown(last);
};

const listed = (order: ShownOrder): ListedOrder => ({ ...order, total: order.totals.total, externalIds: [] });

describe('a replayed record', () => {
  it.each([
    ['created', 'created', 'payment-pending', 13_762],
    ['approved', 'approved', 'ready-for-handling', 9_790],
    ['processing', 'processing', 'handling', 8_500],
    ['invoiced', 'invoiced', 'invoiced, shipping none', 0],
    ['invoiced-no-items', 'invoiced', 'invoiced, shipping none', 0],
    ['shipped', 'shipped', 'invoiced, shipping shipped', 0],
    ['shipped-no-items', 'shipped', 'invoiced, shipping shipped', 0],
    ['delivered', 'delivered', 'invoiced, shipping delivered', 0],
    ['delivered-interest', 'delivered', 'invoiced, shipping delivered', -1_021],
    ['delivered-short', 'delivered', 'invoiced, shipping delivered', 1],
    ['delivered-no-payment', 'delivered', 'invoiced, shipping delivered', 285],
    ['delivered-backwards', 'delivered', 'invoiced, shipping delivered', 0],
    ['canceled-returned', 'canceled', 'invoiced, returned, refunded', 0],
    ['canceled-on-the-way', 'canceled', 'canceled by staff', 0],
    ['canceled-paid', 'canceled', 'canceled by staff', 0],
    ['canceled-never-paid', 'canceled', 'canceled by staff', 0],
    ['canceled-not-defined', 'canceled', 'canceled by payment', 0],
    ['unavailable', 'unavailable', 'canceled by staff', 0],
    ['unavailable-no-items', 'unavailable', 'canceled by staff', 0],
  ])('%s ends as %s: %s, with %i cents due', (olistId, status, docketStatus, due) => {
    const order = end(olistId);
    expect(outcomeOf(order)).toMatchObject({ status, docketStatus, due });
    expect(differencesOf(recordOf(olistId), order, [listed(order)])).toEqual([]);
  });

  it.each([
    ['canceled-never-paid', ['request-cancellation']],
    ['canceled-not-defined', ['deny-1']],
    ['canceled-paid', ['approve-1', 'request-cancellation', 'confirm-cancellation']],
    ['canceled-on-the-way', ['approve-1', 'start-handling', 'request-cancellation', 'confirm-cancellation']],
    ['canceled-returned', ['approve-2', 'start-handling', 'invoice', 'package', 'delivered', 'return']],
  ])('%s is cancelled at the stage that its dates tell', (olistId, names) => {
    expect(journeyOf(recordOf(olistId)).map(({ name }) => name)).toEqual(names);
  });

  it('is asked for nothing again that its order shows as done', () => {
    for (const record of files.records) {
      const order = end(record.olistId);
      expect(journeyOf(record).filter((step) => !step.done(order))).toEqual([]);
    }
  });

  it('goes on from wherever it was cut off, to the same end', () => {
    for (const record of files.records) {
      const steps = journeyOf(record);
      for (const [sent, state] of driven(record).entries()) {
        const left = steps.filter((step) => !step.done(shown(state)));
        expect(left.map(({ name }) => name)).toEqual(steps.slice(sent).map(({ name }) => name));
      }
    }
  });

  it('keeps its dates where Docket has a field, and all of them in custom data', () => {
    const order = end('delivered');
    expect(order).toMatchObject({
      deliveredAt: '2018-06-20T21:30:00.000Z',
      deliveries: [{ promisedAt: '2018-07-01T03:00:00.000Z', shipBy: '2018-06-14T15:00:00.000Z' }],
      packages: [{ dispatchedAt: '2018-06-12T12:00:00.000Z' }],
      invoices: [{ issuedAt: '2018-06-12T12:00:00.000Z', value: 29_642 }],
      custom: { originalStatus: 'delivered', purchasedAt: '2018-06-10T13:00:00.000Z', customerCopy: 'c08' },
    });
  });

  it('takes an instalment count of nothing as one', () => {
    expect(placementOf(recordOf('shipped')).payments).toMatchObject([{ method: 'credit_card', installments: 1 }]);
  });

  it('pays a return back whole, interest included, and lays the pieces on the shelf', () => {
    const last = driven(recordOf('canceled-returned')).at(-1);
    expect(last?.documents.payment['2']).toMatchObject({ captured: 20_000, refunded: 20_000 });
    expect(last?.lines[0]).toMatchObject({ quantity: 2, returned: 2 });
  });
});

describe('the comparison', () => {
  const run = {
    directory: 'x',
    url: 'x',
    startedAt: AT,
    seconds: 1,
    placed: 0,
    found: 0,
    commands: 0,
    piecesAddedToStock: 0,
  };
  const factsOf = (records: readonly OlistRecord[]) => ({
    records,
    outcomes: new Map(records.map(({ olistId }) => [olistId, outcomeOf(end(olistId))])),
    differences: [],
    rejected: [],
    orphanRows: 0,
  });

  it('finds the sums of every status equal, and tells each special case with its orders', () => {
    const report = reportOf(run, factsOf(files.records));
    expect(report.equal).toBe(true);
    const cases = report.specialCases.map(({ name, orders }) => [name, orders.map(({ olistId }) => olistId)]);
    expect(Object.fromEntries(cases)).toEqual({
      'paid-less': ['delivered-short'],
      'paid-more': ['delivered-interest', 'canceled-returned'],
      'no-items': [
        'created',
        'invoiced-no-items',
        'shipped-no-items',
        'canceled-never-paid',
        'canceled-not-defined',
        'unavailable-no-items',
      ],
      'no-payment': ['delivered-no-payment'],
      'payment-value-0': ['delivered', 'canceled-not-defined'],
      'payment-not-defined': ['canceled-not-defined'],
      'installments-0': ['shipped'],
      'payment-sequence-gap': ['delivered', 'canceled-returned'],
      returned: ['canceled-returned'],
      'canceled-on-the-way': ['canceled-on-the-way'],
      'canceled-never-paid': ['canceled-never-paid', 'canceled-not-defined'],
      'no-approval-date': ['delivered-short'],
      'no-carrier-date': ['delivered-no-payment'],
      'no-delivery-date': ['delivered-no-payment'],
      'carrier-before-approval': ['delivered-backwards'],
      'carrier-before-purchase': ['delivered-backwards'],
      'delivered-before-carrier': ['delivered-backwards'],
      'delivered-before-approval': ['delivered-backwards'],
      'ship-by-far-off': ['shipped'],
      'odd-clock': ['delivered-backwards'],
    });
  });

  it('is not satisfied by an order that is missing, rejected, elsewhere or of another value', () => {
    const whole = factsOf(files.records);
    const missing = new Map([...whole.outcomes].slice(1));
    expect(reportOf(run, { ...whole, outcomes: missing }).equal).toBe(false);
    expect(reportOf(run, { ...whole, rejected: [{ olistId: 'x', reason: 'y' }] }).equal).toBe(false);
    expect(reportOf(run, { ...whole, orphanRows: 1 }).equal).toBe(false);
    const [first] = files.records;
    if (first === undefined) throw new Error('no record');
    const { outcomes } = whole;
    const one = outcomes.get(first.olistId);
    if (one === undefined) throw new Error('no outcome');
    for (const changed of [{ status: 'approved' as const }, { goodsAndFreight: 1 }, { paid: one.paid + 1 }]) {
      const wrong = new Map([...outcomes, [first.olistId, { ...one, ...changed }]]);
      expect(reportOf(run, { ...whole, outcomes: wrong }).equal).toBe(false);
    }
  });

  it('names the field in which an order is not as its record', () => {
    const order = end('delivered');
    const record = recordOf('delivered');
    const fields = (changed: Partial<ShownOrder>, rows = [listed({ ...order, ...changed })]): string[] =>
      differencesOf(record, { ...order, ...changed }, rows).map(({ field }) => field);
    expect(fields({ amountDue: 5 })).toEqual(['due']);
    expect(fields({ customerId: null })).toEqual(['person']);
    expect(fields({ status: 'handling' })).toEqual(['status']);
    expect(fields({}, [])).toEqual(['orders in the list']);
    expect(fields({}, [listed(order), listed(order)])).toEqual(['orders in the list']);
    expect(fields({}, [{ ...listed(order), status: 'handling' }])).toEqual(['status in the list']);
    expect(fields({}, [{ ...listed(order), total: 1 }])).toEqual(['total in the list']);
  });
});
