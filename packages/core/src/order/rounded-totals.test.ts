import { describe, expect, it } from 'vitest';
import type { CashRounding } from '../money/cash-rounding.js';
import { quote } from '../pricing/quote.js';
import type { Facts } from './decision.js';
import type { EditChange, EditOrder } from './edit-commands.js';
import { approve, FACTS, given, type History, NOON, place } from './given.test-support.js';
import type { Order } from './order.js';
import type { PlaceOrder } from './placing-commands.js';
import { CASH_ROUNDING, cashRoundingFor, inCash } from './rounded-totals.js';

const COINS: CashRounding = { currency: 'EUR', step: 5, direction: 'nearest', paymentMethods: [] };
const CASH_ALONE: CashRounding = { ...COINS, paymentMethods: ['cash', 'cheque'] };

/** One mug at a price in cents, priced by the shop. */
function bought(cents: number, total: number, method = 'cash'): PlaceOrder {
  return place({
    workflow: 'simple',
    priced: true,
    lines: [{ sku: 'MUG', quantity: 1, priceMicros: cents * 10_000 }],
    deliveries: [],
    payments: [{ method, amount: total }],
    total,
  });
}

function shop(rule: CashRounding | null, command: PlaceOrder): Facts {
  const facts: Facts = { ...FACTS, cashRoundings: rule === null ? [] : [rule] };
  const quoted = quote(
    {
      currency: 'EUR',
      rounding: 'half_up',
      store: 'default',
      channel: 'web',
      customer: { id: null, groups: [], organisation: null, firstOrder: null },
      paymentMethods: (command.payments ?? []).map(({ method }) => method),
      lines: command.lines,
      deliveries: command.deliveries ?? [],
      at: NOON,
    },
    {
      products: FACTS.products,
      shippingMethods: FACTS.shippingMethods,
      lists: [],
      entries: new Map(),
      offers: { promotions: [], given: [], coupons: [], promotionUses: new Map(), couponUses: new Map() },
    },
  );
  return { ...facts, quote: quoted };
}

function after(history: History): Order {
  if (history.order === null) throw new Error('there is no order');
  return history.order;
}
const placed = (rule: CashRounding | null, command: PlaceOrder) =>
  given().when(command, 'shopper', 0, shop(rule, command));
const roundingOf = ({ head }: Order): number | undefined =>
  head.adjustments.find(({ id }) => id === CASH_ROUNDING.id)?.amount;
const edit = (...changes: readonly EditChange[]): EditOrder => ({ type: 'edit_order', changes });
const price = (cents: number): EditChange => ({ change: 'set_price', lineId: '1', priceMicros: cents * 10_000 });
const pay = (method: string): EditChange => ({ change: 'set_payment', paymentId: '1', method });

describe('a placement that Docket prices', () => {
  it.each([
    [1002, 1000, -2],
    [1003, 1005, 2],
    [1005, 1005, 0],
  ])('of %d comes to %d in coins', (cents, total, rounding) => {
    const order = after(placed(COINS, bought(cents, total)).history);
    expect(order.head.totals).toMatchObject({ items: cents, adjustments: rounding, total });
    expect(order.head.adjustments).toEqual([{ ...CASH_ROUNDING, amount: rounding }]);
  });

  it('is refused with the exact total, as with any other wrong one', () => {
    placed(COINS, bought(1002, 1002)).refused('totals_mismatch', '/total');
  });

  it('is exact where the currency has no rule', () => {
    const order = after(placed(null, bought(1002, 1002)).history);
    expect(order.head.adjustments).toEqual([]);
    expect(after(placed({ ...COINS, currency: 'CHF' }, bought(1002, 1002)).history).head.totals.total).toBe(1002);
  });

  it('is rounded for those ways of paying alone that the rule names', () => {
    expect(after(placed(CASH_ALONE, bought(1002, 1000, 'cash')).history).head.totals.total).toBe(1000);
    expect(after(placed(CASH_ALONE, bought(1002, 1002, 'card')).history).head.totals.total).toBe(1002);
    const both = [
      { method: 'cash', amount: 2 },
      { method: 'card', amount: 1000 },
    ];
    expect(after(placed(CASH_ALONE, { ...bought(1002, 1002), payments: both }).history).head.adjustments).toEqual([]);
  });

  it('takes the place of a rounding that its sender made, and of nothing else', () => {
    const fee = { id: 'fee', kind: 'fee', name: 'Fee', amount: 100 };
    const sent = { ...CASH_ROUNDING, amount: 3 };
    const order = after(placed(COINS, { ...bought(1002, 1100), adjustments: [sent, fee] }).history);
    expect(order.head.adjustments).toEqual([fee, { ...CASH_ROUNDING, amount: -2 }]);
  });

  it('and its edits have nothing else under the id of the rounding', () => {
    const fee = { id: CASH_ROUNDING.id, kind: 'fee', name: 'Fee', amount: 300 };
    placed(COINS, { ...bought(1002, 1300), adjustments: [fee] }).refused('duplicate_id', '/adjustments/0/id');
    const added = { change: 'add_adjustment', ...fee } as const;
    placed(null, bought(1002, 1002)).history.when(edit(added)).refused('duplicate_id', '/changes/0/id');
  });

  it('whose sender counted it is taken as it is', () => {
    const counted = { ...bought(1002, 1002), priced: false };
    expect(after(placed(COINS, counted).history).head.totals.total).toBe(1002);
  });
});

describe('an edit of an order in coins', () => {
  const order = (): History => placed(COINS, bought(1002, 1000)).history;
  const edited = (history: History, rule: CashRounding | null, ...changes: readonly EditChange[]): Order => {
    const facts = { ...FACTS, cashRoundings: rule === null ? [] : [rule] };
    return after(history.when(edit(...changes), 'staff', 60, facts).history);
  };

  it('rounds what it comes to then', () => {
    const now = edited(order(), COINS, price(2004));
    expect(now.head.totals).toMatchObject({ items: 2004, adjustments: 1, total: 2005 });
    expect(now.head.adjustments).toEqual([{ ...CASH_ROUNDING, amount: 1 }]);
  });

  it('that changes no money leaves it, whatever the rule says by then', () => {
    const moved = { change: 'set_address', address: { country: 'PT', city: 'Faro' } } as const;
    for (const rule of [COINS, { ...COINS, step: 100 }, null])
      expect(edited(order(), rule, moved).head.totals.total).toBe(1000);
  });

  it('is exact again where no rule is left for it', () => {
    const now = edited(order(), null, price(2004));
    expect(now.head.totals.total).toBe(2004);
    expect(roundingOf(now)).toBe(0);
  });

  it('follows the way of paying', () => {
    const cash = placed(CASH_ALONE, bought(1002, 1000)).history;
    expect(edited(cash, CASH_ALONE, pay('card')).head.totals.total).toBe(1002);
    const card = placed(CASH_ALONE, bought(1002, 1002, 'card')).history;
    expect(edited(card, CASH_ALONE, pay('cash')).head.totals.total).toBe(1000);
  });

  it('leaves it exact where somebody takes the rounding off', () => {
    const off = { change: 'remove_adjustment', adjustmentId: CASH_ROUNDING.id } as const;
    const now = edited(order(), COINS, off);
    expect(now.head.totals.total).toBe(1002);
    expect(roundingOf(now)).toBeUndefined();
  });

  it('is edited down to nothing, where its old rounding would be more than is left', () => {
    expect(edited(order(), COINS, price(0)).head).toMatchObject({ totals: { total: 0 } });
    expect(edited(order(), { ...COINS, step: 100 }, price(20)).head.totals.total).toBe(0);
  });

  it('is not paid otherwise by an edit that says the same way of paying again', () => {
    const due = { ...pay('cash'), dueAt: '2026-04-01T00:00:00.000Z' } as EditChange;
    const before = placed(null, bought(1002, 1002)).history;
    expect(edited(before, COINS, due).head.totals.total).toBe(1002);
    expect(edited(order(), null, due).head.totals.total).toBe(1000);
  });

  it('has the rounding that the edit itself sets, as an undo does after the rule is gone', () => {
    const dearer = order().when(edit(price(2004)), 'staff', 60, { ...FACTS, cashRoundings: [COINS] }).history;
    const back = [
      price(1002),
      { change: 'remove_adjustment', adjustmentId: CASH_ROUNDING.id },
      { change: 'add_adjustment', ...CASH_ROUNDING, amount: -2 },
    ] as const;
    expect(edited(dearer, null, ...back).head.totals.total).toBe(1000);
    const below = [back[1], { ...back[2], amount: -3000 }] as const;
    order()
      .when(edit(...below), 'staff', 60, FACTS)
      .refused('negative_total', '/changes');
  });

  it('gives back what was paid, and not what the goods were, when it is cancelled', () => {
    const paid = order().when(approve).history;
    const cancelled = after(paid.when({ type: 'request_cancellation' }).history);
    expect(Object.values(cancelled.documents.refund).map(({ amount }) => amount)).toEqual([1000]);
  });
});

describe('the rule of an order', () => {
  it('is that of its currency and all its payments; none where they are not known and matter', () => {
    expect(cashRoundingFor([CASH_ALONE], 'EUR', ['cash', 'cheque'])).toBe(CASH_ALONE);
    expect(cashRoundingFor([CASH_ALONE], 'EUR', [])).toBeNull();
    expect(cashRoundingFor([COINS], 'EUR', [])).toBe(COINS);
    expect(cashRoundingFor([COINS], 'USD', [])).toBeNull();
  });

  it('never changes what the parts come to', () => {
    const totals = { items: 1002, discounts: 0, shipping: 0, tax: 0, adjustments: 0, total: 1002 };
    const { counted } = inCash({ totals }, [], COINS);
    const { items, discounts, shipping, tax, adjustments, total } = counted.totals;
    expect(items + discounts + shipping + tax + adjustments).toBe(total);
  });
});
