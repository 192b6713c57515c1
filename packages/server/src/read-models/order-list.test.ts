import { describe, expect, it } from 'vitest';
import { evolve, redact } from '@docket/core/order/evolve';
import type { Command } from '@docket/core/order/commands';
import type { PlaceOrder } from '@docket/core/order/placing-commands';
import type { Order } from '@docket/core/order/order';
import { vtexStatusOf } from '@docket/core/order/status';
import { listedVtexStatus, statusFacts } from '@docket/core/order/status-facts';
import { approve, given, invoice, place, startHandling } from '../../../core/src/order/given.test-support.js';
import { listDifference, listRow, type ListRow } from './order-list.js';
import { accountPrefix, MOST_TOKENS, tokensOf } from './order-list-tokens.js';

function orderAfter(...commands: readonly Command[]): Order {
  const { order } = given(...commands);
  if (order === null) throw new Error('nothing was placed');
  return order;
}
const placed = (changes: Partial<PlaceOrder> = {}): Order => orderAfter(place(changes));
const words = (order: Order): Set<string> => tokensOf(order, { ...listRow(order), vtex_status: listRow(order).status });

describe('the list row of an order', () => {
  it('tells the status in the words of its own workflow, and is found by those of the others', () => {
    const simple = listRow(placed({ workflow: 'simple' }));
    expect(simple).toMatchObject({ status: 'pending', orion_status: 'pending' });
    expect(simple.tokens).toContain('=sx');
  });

  it.each(['simple', 'free', 'complete'])('keeps enough to tell the VTEX word of the workflow %s', (workflow) => {
    const commands = [place({ workflow: workflow }), approve, startHandling, invoice()];
    for (let length = 1; length <= commands.length; length += 1) {
      const order = orderAfter(...commands.slice(0, length));
      const { complete, status, orion_status, payment_state, shipping_state } = listRow(order);
      const row = { complete, workflow, status, orionStatus: orion_status };
      expect(
        listedVtexStatus({ ...row, paymentState: payment_state, shippingState: shipping_state }),
        `after ${length}`,
      ).toBe(vtexStatusOf(order.head.instances, statusFacts(order)));
    }
  });

  it('shows money, buyer, status and states', () => {
    expect(listRow(placed())).toMatchObject({
      account: 'default',
      order_id: '1480000500001-01',
      status: 'payment-pending',
      orion_status: 'pending',
      stage: 'paying',
      payment_state: 'pending',
      shipping_state: 'none',
      total: 12_500,
      due_amount: 12_500,
      pieces: 3,
      buyer_name: 'Ana Reis',
      buyer_email: 'ana@example.test',
      complete: true,
      deleted: false,
      has_note: false,
      version: 1,
    });
  });

  it('is on hold while a hold stands and the order was not cancelled', () => {
    const hold: Command = { type: 'place_hold', holdType: 'address_check' };
    const cancel: Command = { type: 'request_cancellation' };
    expect(listRow(orderAfter(place(), hold)).on_hold).toBe(true);
    expect(listRow(orderAfter(place(), hold, { type: 'release_hold', holdId: '1' })).on_hold).toBe(false);
    expect(listRow(orderAfter(place(), hold, cancel)).on_hold).toBe(false);
  });

  it('follows the life of the order in every vocabulary', () => {
    expect(listRow(orderAfter(place(), approve, startHandling))).toMatchObject({
      status: 'handling',
      orion_status: 'processing',
      virto_status: 'Processing',
      stage: 'handling',
    });
    expect(listRow(orderAfter(place(), approve, startHandling, invoice()))).toMatchObject({
      status: 'invoiced',
      stage: 'handing_over',
      payment_state: 'paid',
      due_amount: 0,
    });
  });

  it('calls an order whose payment has not begun incomplete', () => {
    const row = listRow(placed({ incomplete: true }));
    expect(row).toMatchObject({ status: 'incomplete', complete: false });
    expect(row.tokens).toContain('incomplete=f');
  });

  it('holds nothing of a person who was forgotten', () => {
    const order = placed({ customerId: 'c-7', note: 'rings twice' });
    const row = listRow(redact(order));
    expect(row.buyer_name).toBeNull();
    expect(row.buyer_email).toBeNull();
    expect(row.tokens).not.toMatch(/ana|reis|example/);
    expect(row.tokens).toContain('mug=k');
  });

  it('stays narrow whatever is in the order', () => {
    const long = 'x'.repeat(3000);
    const row = listRow(
      placed({
        buyer: { email: `${long}@example.test`, firstName: long, lastName: long },
        lines: Array.from({ length: 60 }, (_, n) => ({ sku: 'MUG', quantity: 1, seller: `seller-${n}` })),
        payments: [],
        total: 60 * 4000 + 500,
      }),
    );
    const narrow = { ...row, tokens: '' };
    expect(JSON.stringify(narrow).length).toBeLessThan(1_500);
  });
});

describe('an order is found by', () => {
  const order = orderAfter(
    place({
      buyer: { email: 'Ana.Reis@Example.test', firstName: 'Ána', lastName: "d'Ávila", phone: '+351 912 345 678' },
      externalIds: { shop: 'WEB-7781' },
      tags: ['Gift wrap'],
      customerId: 'C9',
      deliveries: [{ type: 'delivery', method: 'flat', address: { country: 'PT', receiver: 'Rui Paz' } }],
    }),
    approve,
    startHandling,
    invoice({ number: 'RG-2026/77', package: { trackingNumber: 'PT998877' } }),
  );

  it.each([
    ['its id', '1480000500001-01=o'],
    ['its number in the account', '500001=n'],
    ['the group in its id', '1480000500001'],
    ['the mail address as a whole', 'ana.reis@example.test=e'],
    ['a word of the mail address', 'reis'],
    ['a name without accents', 'avila'],
    ['the receiver', 'rui'],
    ['a telephone number however it was written', '351912345678'],
    ['an external id', 'web-7781=x'],
    ['the number in an external id', '7781'],
    ['a tag', 'gift wrap=t'],
    ['a SKU', 'mug=k'],
    ['a word of a product', 'product'],
    ['the number of an invoice', 'rg-2026/77=d'],
    ['a tracking number', 'pt998877=d'],
    ['its status', 'invoiced=s'],
    ['its VTEX status', 'invoiced=sx'],
    ['its Orion status', 'shipped=so'],
    ['its customer', 'c9=m'],
    ['its store', 'default=b'],
    ['its channel', 'web=c'],
  ])('%s', (_, token) => {
    expect([...words(order)]).toContain(token);
  });

  it('not by the position in its group, which every order has', () => {
    expect(words(order).has('01')).toBe(false);
  });
});

describe('the tokens of an order', () => {
  it('are prefixed by four characters of their account', () => {
    const prefix = accountPrefix('default');
    expect(prefix).toMatch(/^[0-9a-z]{4}$/);
    expect(
      listRow(placed())
        .tokens.split("' '")
        .every((token) => token.replace(/^'/, '').startsWith(prefix)),
    ).toBe(true);
    expect(accountPrefix('other')).not.toBe(prefix);
  });

  it('are bounded, and what identifies the order comes first', () => {
    const lines = Array.from({ length: 1500 }, (_, n) => ({
      sku: `S${n}`,
      name: `Thing ${n}`,
      priceMicros: 10_000,
      quantity: 1,
    }));
    const row = listRow(placed({ lines, payments: [], deliveries: [], total: 1500 }));
    expect(row.tokens.split("' '")).toHaveLength(MOST_TOKENS);
    expect(row.tokens).toContain('1480000500001-01=o');
    expect(row.tokens).toContain('ana@example.test=e');
    expect(row.tokens).toContain('s900=k');
  });

  it('survive quotes and backslashes', () => {
    const row = listRow(placed({ tags: ["it's", 'a\\b'] }));
    expect(row.tokens).toContain("it''s=t'");
    expect(row.tokens).toContain("a\\\\b=t'");
  });
});

describe('the difference of an order to its row', () => {
  const before = listRow(placed());

  it('is the row and one order more when it was just placed', () => {
    const { insert, update, rollups } = listDifference(null, before);
    expect(insert).toBe(before);
    expect(update).toBeNull();
    expect(rollups).toEqual([
      { account: 'default', day: '2026-03-02', status: 'payment-pending', origin: 'Marketplace', channel: 'web', store: 'default', currency: 'EUR', orders: 1, total: 12_500 },
    ]); // prettier-ignore
  });

  it('moves the order between two rollups when its status changes', () => {
    const after = listRow(orderAfter(place(), approve));
    const { update, rollups } = listDifference(before, after);
    expect(update).toBe(after);
    expect(rollups.map(({ status, orders }) => [status, orders])).toEqual([
      ['payment-pending', -1],
      [after.status, 1],
    ]);
  });

  it('touches no rollup when neither status nor total change', () => {
    const after = listRow(orderAfter(place(), { type: 'add_note', text: 'call first' }));
    expect(listDifference(before, after)).toEqual({ insert: null, update: after, rollups: [] });
    expect(after.has_note).toBe(true);
  });

  it('takes a deleted order out of the rollups, and an incomplete one was never in', () => {
    const gone: ListRow = { ...before, deleted: true };
    expect(listDifference(before, gone).rollups.map(({ orders }) => orders)).toEqual([-1]);
    const incomplete: ListRow = { ...before, complete: false };
    expect(listDifference(null, incomplete).rollups).toEqual([]);
    expect(listDifference(incomplete, before).rollups.map(({ orders }) => orders)).toEqual([1]);
  });

  it('is nothing when nothing changed', () => {
    expect(listDifference(before, { ...before })).toEqual({ insert: null, update: null, rollups: [] });
  });

  it('never changes the key', () => {
    expect(() => listDifference(before, { ...before, order_id: 'other' })).toThrow();
  });

  it('is the same from the folded log as from the order', () => {
    const { log, order } = given(place(), approve, startHandling, invoice());
    const folded = log.reduce<Order | null>(evolve, null);
    expect(folded && listRow(folded)).toEqual(order && listRow(order));
  });
});
