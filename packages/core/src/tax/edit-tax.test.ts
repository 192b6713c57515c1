import { describe, expect, it } from 'vitest';
import type { EditChange, EditOrder } from '../order/edit-commands.js';
import type { Facts } from '../order/decision.js';
import { FACTS, given, type History, NOON, place } from '../order/given.test-support.js';
import type { Order } from '../order/order.js';
import { isRefusal } from '../order/refusals.js';
import { editBasket, taxableEdit, taxOfEdit } from './edit-tax.js';
import { rate } from './given.test-support.js';
import type { LineTax } from './line-tax.js';
import { taxesOf, taxRefusal } from './placement-tax.js';
import type { StoreTax } from './store-tax.js';
import { taxByRates } from './tax-rates.js';

const STORE: StoreTax = {
  provider: 'rates',
  taxesOrders: false,
  discounts: 'distribute',
  shipFrom: null,
  shippingCategory: 'standard',
};
const RATES = [
  rate('pt', { country: 'PT', rateMillionths: 200_000 }),
  rate('de', { country: 'DE', rateMillionths: 100_000 }),
];
const factsOf = (tax: StoreTax | null): Facts => ({
  ...FACTS,
  stores: FACTS.stores.map((store) => (store.store === 'default' ? { ...store, tax } : store)),
});

const by = (goods: number, shipping: number): LineTax => ({
  provider: 'rates',
  category: 'standard',
  rateMillionths: 200_000,
  goods,
  shipping,
});
/** Two mugs and a cup at 40.00 and 5.00 of shipping to Porto, 20 % on all of it. */
const TAXED = given(
  place({
    workflow: 'simple',
    payments: [],
    lines: [
      { sku: 'MUG', quantity: 2, tax: 1667, taxed: by(1600, 67) },
      { sku: 'CUP', quantity: 1, tax: 833, taxed: by(800, 33) },
    ],
    total: 15_000,
  }),
);

const edit = (...changes: readonly EditChange[]): EditOrder => ({ type: 'edit_order', changes });
const quantity = (lineId: string, pieces: number): EditChange => ({ change: 'set_quantity', lineId, quantity: pieces });
const tax = (lineId: string, amount: number): EditChange => ({ change: 'set_line_tax', lineId, tax: amount });
const orderOf = ({ order }: History): Order => order as Order;
const taxes = (history: History) => orderOf(history).lines.map(({ money }) => money.share.tax);

/** The provider is asked as the server asks it; `down`: it does not answer. */
function edited(history: History, command: EditOrder, facts = factsOf(STORE), down = false) {
  const taxable = taxableEdit(orderOf(history), command, facts);
  if (taxable === null) return { asked: false, ...history.when(command, 'staff', 60, facts) };
  const store = taxOfEdit(taxable, facts);
  if (isRefusal(store)) return { asked: true, ...history.when(command, 'staff', 60, { ...facts, taxed: store }) };
  const basket = editBasket(taxable, store, facts, { at: NOON, exemption: null });
  const unreachable = { ...taxRefusal({ failed: 'unreachable', reason: 'no_answer', detail: null }) };
  const taxed = down
    ? { ...unreachable, pointer: taxable.pointer }
    : taxesOf(basket, taxByRates(basket.basket, RATES, 'line'));
  return { asked: true, ...history.when(command, 'staff', 60, { ...facts, taxed }) };
}

describe('an edit of an order that a provider taxed', () => {
  it('asks for the tax of the order as it will be', () => {
    const { asked, history } = edited(TAXED, edit(quantity('1', 3)));
    expect(asked).toBe(true);
    // 5.00 of shipping is borne 3 : 1
    expect(taxes(history)).toEqual([2400 + 75, 800 + 25]);
    expect(orderOf(history).lines[0]?.taxed).toEqual(by(2400, 75));
  });

  it('is made where the catalogue knows its products no more, and of a line with a name and price of its own', () => {
    const without: Facts = { ...factsOf(STORE), products: new Map(), places: [] };
    const { history } = edited(
      TAXED,
      edit(quantity('1', 1), { change: 'add_line', sku: 'BOX', name: 'Box', priceMicros: 10_000_000, quantity: 1 }),
      without,
    );
    expect(orderOf(history).lines.map(({ name, taxed }) => [name, taxed?.goods])).toEqual([
      ['Product MUG', 800],
      ['Product CUP', 800],
      ['Box', 200],
    ]);
  });

  it.each<[string, EditChange]>([
    ['the billing address', { change: 'set_address', address: { country: 'DE' } }],
    [
      'who receives it',
      { change: 'set_address', deliveryId: '1', address: { country: 'PT', city: 'Porto', receiver: 'Rui' } },
    ],
    ['a date', { change: 'set_delivery', deliveryId: '1', shipBy: '2026-03-09T12:00:00.000Z' }],
    ['a fee', { change: 'add_adjustment', kind: 'fee', name: 'Wrapping', amount: 300 }],
    ['a tax by hand', tax('1', 1)],
  ])('asks nobody where %s changes, which bears no tax', (_what, change) => {
    const { asked, history } = edited(TAXED, edit(change), factsOf(null), true);
    expect(asked).toBe(false);
    expect(orderOf(history).head.version).toBe(2);
  });

  it.each<[string, EditChange]>([
    ['a quantity', quantity('1', 1)],
    ['a price', { change: 'set_price', lineId: '1', priceMicros: 1_000_000 }],
    ['a discount of the order', { change: 'add_discount', name: 'Sorry', amount: 300 }],
    ['the price of a delivery', { change: 'set_delivery', deliveryId: '1', price: 700 }],
    ['the place that it goes to', { change: 'set_address', deliveryId: '1', address: { country: 'DE' } }],
    ['which lines there are', { change: 'remove_line', lineId: '2' }],
    ['what is sold', { change: 'add_line', sku: 'MUG', quantity: 1, priceMicros: 1_000_000 }],
  ])('asks where %s changes', (_what, change) => {
    expect(edited(TAXED, edit(change)).asked).toBe(true);
  });

  it('is refused where nobody answers, and says because of which change it was asked', () => {
    const later = edit({ change: 'set_address', address: { country: 'DE' } }, quantity('2', 3));
    const down = edited(TAXED, later, factsOf(STORE), true);
    expect(down.answer).toMatchObject({ refused: 'tax_unreachable', pointer: '/changes/1' });
    const moved = edit(
      { change: 'set_address', address: { country: 'DE' } },
      { change: 'set_address', deliveryId: '1', address: { country: 'DE' } },
    );
    expect(edited(TAXED, moved, factsOf(STORE), true).answer).toMatchObject({ pointer: '/changes/1' });
    const gone = edited(TAXED, later, factsOf(null));
    expect(gone.answer).toMatchObject({
      refused: 'tax_refused',
      pointer: '/changes/1',
      details: { reason: 'no_provider', store: 'default' },
    });
  });

  it('is made with a tax by hand while nobody answers', () => {
    const { asked, history } = edited(TAXED, edit(quantity('1', 3), tax('1', 2475)), factsOf(STORE), true);
    expect(asked).toBe(false);
    expect(taxes(history)).toEqual([2475, 833]);
  });

  it('is made whatever became of the store and the channel that sold it', () => {
    const closed: Facts = {
      ...factsOf(STORE),
      channels: [{ channel: 'web', active: false, store: null }],
    };
    const inactive = { ...closed, stores: closed.stores.map((store) => ({ ...store, active: false })) };
    expect(taxes(edited(TAXED, edit(quantity('1', 3)), inactive).history)).toEqual([2475, 825]);
  });
});

describe('a tax that was set by hand', () => {
  const byHand = TAXED.when(edit(tax('1', 1500))).history;

  it('stays when other lines change and a provider is asked', () => {
    const { asked, history } = edited(byHand, edit(quantity('2', 2)));
    expect(asked).toBe(true);
    expect(taxes(history)[0]).toBe(1500);
    expect(orderOf(history).lines[0]).toMatchObject({ byHand: ['tax'] });
    expect(orderOf(history).lines[0]).not.toHaveProperty('taxed');
  });

  it('does not keep a provider from being asked for the next line, when every line has one', () => {
    const allByHand = byHand.when(edit(tax('2', 700))).history;
    const box: EditChange = { change: 'add_line', sku: 'BOX', name: 'Box', quantity: 1, priceMicros: 10_000_000 };
    const { asked, history } = edited(allByHand, edit(box));
    expect(asked).toBe(true);
    // 20 % on 10.00, and on its 13th part of the shipping
    expect(taxes(history)).toEqual([1500, 700, 200 + 8]);
  });

  it('keeps its rate when its own line changes, and asks nobody', () => {
    const { asked, history } = edited(byHand, edit(quantity('1', 4)), factsOf(STORE), true);
    expect(asked).toBe(false);
    expect(taxes(history)).toEqual([3000, 833]);
  });
});
