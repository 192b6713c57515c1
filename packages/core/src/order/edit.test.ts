import { describe, expect, it } from 'vitest';
import type { LineTax } from '../tax/line-tax.js';
import type { EditChange, EditOrder } from './edit-commands.js';
import { editDifference } from './edit.js';
import { approve, FACTS, given, type History, invoice, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import type { Order } from './order.js';
import type { PlaceOrder } from './placing-commands.js';

const edit = (...changes: readonly EditChange[]): EditOrder => ({ type: 'edit_order', changes });
const quantity = (lineId: string, pieces: number): EditChange => ({ change: 'set_quantity', lineId, quantity: pieces });
const simple = (changes: Partial<PlaceOrder> = {}): PlaceOrder => place({ workflow: 'simple', ...changes });
const after = (history: History): Order => {
  if (history.order === null) throw new Error('there is no order');
  return history.order;
};
const taxedBy = (goods: number, shipping: number): LineTax => ({
  provider: 'rates',
  category: 'standard',
  rateMillionths: 230_000,
  goods,
  shipping,
});
const linesOf = ({ lines }: Order): readonly string[] =>
  lines.map(({ id, sku, quantity: pieces }) => `${id}: ${pieces} ${sku}`);

describe('an edit', () => {
  it('adds a product as the shop sells it, and claims it like the rest (pain 2.29)', () => {
    const answer = given(simple()).when(edit({ change: 'add_line', sku: 'CUP', quantity: 2 }));
    answer.then('order_edited');
    const order = after(answer.history);
    expect(linesOf(order)).toEqual(['1: 2 MUG', '2: 1 CUP', '3: 2 CUP']);
    expect(order.lines[2]).toMatchObject({
      priceMicros: 40_000_000,
      name: 'Product CUP',
      deliveryId: '1',
      stock: { place: 'main', state: 'claimed', held: 2 },
    });
    expect(order.head.totals).toMatchObject({ items: 20_000, shipping: 500, total: 20_500 });
    expect(answer.history.claims.at(-1)).toMatchObject({ kind: 'claim', sku: 'CUP', quantity: 2, lineId: '3' });
  });

  it('claims what it adds to a paid order as firmly as the rest', () => {
    const { history } = given(place(), approve).when(edit({ change: 'add_line', sku: 'CUP', quantity: 1 }));
    expect(history.claims.slice(-2).map(({ kind }) => kind)).toEqual(['claim', 'confirm']);
    expect(after(history).lines[2]?.stock).toEqual({ place: 'main', state: 'confirmed', held: 1 });
  });

  it('gives back the stock of pieces that it takes away', () => {
    const { history } = given(simple()).when(edit(quantity('1', 1), { change: 'remove_line', lineId: '2' }));
    expect(linesOf(after(history))).toEqual(['1: 1 MUG']);
    expect(history.claims.slice(-2)).toMatchObject([
      { kind: 'release_claimed', sku: 'MUG', quantity: 1 },
      { kind: 'release_claimed', sku: 'CUP', quantity: 1 },
    ]);
  });

  it('replaces a line: the old one is removed, the new one has the new price, and the log shows both (T11)', () => {
    const { history } = given(simple()).when(
      edit({ change: 'replace_line', lineId: '2', sku: 'MUG', priceMicros: 30_000_000 }),
    );
    expect(linesOf(after(history))).toEqual(['1: 2 MUG', '3: 1 MUG']);
    expect(history.log.at(-1)?.data).toMatchObject({
      removed: ['2'],
      replaced: [{ lineId: '2', by: '3' }],
      lines: [{ id: '3', priceMicros: 30_000_000, byHand: ['price'] }],
    });
  });

  it('never gives the number of a removed line to another one', () => {
    const { order } = given(
      simple(),
      edit({ change: 'remove_line', lineId: '2' }),
      edit({ change: 'add_line', sku: 'CUP', quantity: 1 }),
    );
    expect(order?.lines.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('changes what it names and nothing else; all lines cannot be taken away (T2)', () => {
    const before = given(simple());
    const { history } = before.when(edit({ change: 'set_address', address: { country: 'DE', city: 'Köln' } }));
    expect(after(history).lines).toBe(before.order?.lines);
    expect(after(history).head).toMatchObject({
      billingAddress: { city: 'Köln' },
      totals: before.order?.head.totals,
    });
    before
      .when(edit({ change: 'remove_line', lineId: '1' }, { change: 'remove_line', lineId: '2' }))
      .refused('nothing_to_sell', '/changes');
  });

  it('is refused on another version than the one it was made on, and leaves nothing behind (T4)', () => {
    const first = given(simple(), edit(quantity('1', 3)));
    first.when({ ...edit(quantity('1', 5)), basedOn: 1 }).refused('version_conflict', '/basedOn');
    first.when({ ...edit(quantity('1', 5)), basedOn: 2 }).then('order_edited');
  });

  it('without effect leaves no trace', () => {
    given(simple())
      .when(edit(quantity('1', 2)))
      .then();
  });

  it('keeps the list price beside the price that somebody set (pain 2.26)', () => {
    const { history } = given(simple()).when(edit({ change: 'set_price', lineId: '1', priceMicros: 35_000_000 }));
    const [line] = after(history).lines;
    expect(line).toMatchObject({ listPriceMicros: 40_000_000, priceMicros: 35_000_000, byHand: ['price'] });
    expect(after(history).head.totals.total).toBe(11_500);
  });

  it('leaves the order as it was placed readable for ever (pain 2.26)', () => {
    const { history } = given(simple()).when(edit(quantity('1', 9)));
    expect(history.log[0]?.data).toMatchObject({ totals: { total: 12_500 } });
    const event = history.log[1];
    expect(event?.type === 'order_edited' && editDifference(event.data)).toBe(28_000);
  });

  it('shares discounts and shipping out anew over all lines', () => {
    const { history } = given(simple()).when(
      edit({ change: 'add_discount', name: 'Sorry', amount: 1_200 }, quantity('2', 2)),
    );
    const { lines, head } = after(history);
    expect(lines.map(({ money }) => money.share)).toEqual([
      { discount: 600, shipping: 250, tax: 0 },
      { discount: 600, shipping: 250, tax: 0 },
    ]);
    expect(head.totals.total).toBe(15_300);
    expect(head.discounts).toEqual([{ id: 'edit:1', name: 'Sorry', amount: 1_200 }]);
  });

  it('changes method, price and dates of a delivery', () => {
    const { history } = given(simple()).when(
      edit({ change: 'set_delivery', deliveryId: '1', price: 900, promisedAt: '2026-03-09T12:00:00.000Z' }),
    );
    expect(after(history).head.deliveries[0]).toMatchObject({
      method: 'flat',
      price: 900,
      promisedAt: '2026-03-09T12:00:00.000Z',
      address: { city: 'Porto' },
    });
    given(simple())
      .when(edit({ change: 'set_delivery', deliveryId: '1', method: 'drone' }))
      .refused('shipping_method_unknown');
    given(simple())
      .when(edit({ change: 'set_delivery', deliveryId: '1', shipBy: '1066-01-01T00:00:00.000Z' }))
      .refused('date_out_of_range');
  });

  it('lets a payment that nobody answered be of another method and amount', () => {
    const { history } = given(simple()).when(
      edit({ change: 'set_payment', paymentId: '1', method: 'invoice', amount: 9_000 }),
    );
    expect(after(history).documents.payment['1']).toMatchObject({
      method: 'invoice',
      amount: 9_000,
      answer: 'pending',
    });
    given(simple(), approve)
      .when(edit({ change: 'set_payment', paymentId: '1', method: 'invoice' }))
      .refused('payment_not_pending', '/changes/0/paymentId');
    given(simple())
      .when(edit({ change: 'set_payment', paymentId: '9', method: 'invoice' }))
      .refused('payment_not_found');
  });

  it('moves the order to another channel of its store', () => {
    given(simple())
      .when(edit({ change: 'set_channel', channel: 'fair' }))
      .refused('channel_unknown');
    given(simple())
      .when(edit({ change: 'set_channel', channel: 'kiosk' }))
      .refused('store_unknown');
    const facts = { ...FACTS, channels: [...FACTS.channels, { channel: 'phone', active: true, store: null }] };
    const { history } = given(simple()).when(edit({ change: 'set_channel', channel: 'phone' }), 'staff', 60, facts);
    expect(after(history).head.channel).toBe('phone');
  });

  it('names the change that is wrong', () => {
    const order = given(simple());
    order.when(edit(quantity('1', 2), quantity('7', 2))).refused('reference_unknown', '/changes/1/lineId');
    order.when(edit(quantity('1', 0))).refused('amount_invalid', '/changes/0/quantity');
    order
      .when(edit({ change: 'set_line_discount', lineId: '2', discountMicros: 41_000_000 }))
      .refused('discount_exceeds_value', '/changes/0/discountMicros');
    order.when(edit({ change: 'add_line', sku: 'GONE', quantity: 1 })).refused('product_incomplete');
    order.when(edit({ change: 'add_line', id: '1', sku: 'MUG', quantity: 1 })).refused('duplicate_id', '/changes/0/id');
    order
      .when(edit({ change: 'add_line', sku: 'MUG', quantity: 1, place: 'moon' }))
      .refused('stock_place_unknown', '/changes/0/place');
    order.when(edit({ change: 'remove_delivery', deliveryId: '1' })).refused('reference_unknown');
  });
});

describe('the money of an edit', () => {
  it('refunds nothing by itself: the balance shows what is owed (pain 2.21)', () => {
    const paid = given(simple(), approve);
    const { history } = paid.when(edit({ change: 'remove_line', lineId: '2' }));
    expect(history.log.at(-1)?.data).toMatchObject({ voids: [], refunds: [] });
    expect(amountDue(after(history).head.ledger)).toBe(-4_000);
    const settled = paid.when({ ...edit({ change: 'remove_line', lineId: '2' }), settle: 'adjust' });
    expect(settled.history.log.at(-1)?.data).toMatchObject({ refunds: [{ paymentId: '1', amount: 4_000 }] });
    expect(amountDue(after(settled.history).head.ledger)).toBe(0);
  });

  it('gives up the authorisation beyond what is due where it is told to', () => {
    const payments = [{ method: 'card', amount: 12_500, capture: 'on_invoice' as const }];
    const { history } = given(simple({ payments }), approve).when({
      ...edit(quantity('1', 1)),
      settle: 'adjust',
    });
    expect(history.log.at(-1)?.data).toMatchObject({ voids: [{ paymentId: '1', amount: 4_000 }], refunds: [] });
  });

  it('makes the difference due where an order grows: taken − refunded + due = total (pain 2.32)', () => {
    const { history } = given(simple(), approve).when(edit(quantity('2', 3)));
    const { head } = after(history);
    expect(amountDue(head.ledger)).toBe(8_000);
    expect((head.ledger.captured ?? 0) + (head.ledger.refunded ?? 0) + amountDue(head.ledger)).toBe(head.totals.total);
  });

  it('keeps the tax of lines that it does not touch to the cent, and the rate of those that it does (pain 2.30)', () => {
    const taxed = given(
      simple({
        lines: [
          { sku: 'MUG', quantity: 2, tax: 1_521 },
          { sku: 'CUP', quantity: 1, tax: 279 },
        ],
        total: 14_300,
        payments: [],
      }),
    );
    const { history } = taxed.when(edit(quantity('1', 3)));
    expect(after(history).lines.map(({ money }) => money.share.tax)).toEqual([2_282, 279]);
    const said = taxed.when(edit(quantity('1', 3)), 'staff', 60, {
      ...FACTS,
      taxed: { lines: { '1': taxedBy(1_900, 100), '2': taxedBy(279, 0) } },
    });
    expect(after(said.history).lines.map(({ money }) => money.share.tax)).toEqual([2_000, 279]);
    expect(after(said.history).lines[0]?.taxed).toEqual(taxedBy(1_900, 100));
  });
});

describe('what an edit leaves alone', () => {
  const partly = (): History =>
    given(simple({ payments: [] }), startHandling, invoice({ value: 4_167, items: [{ sku: 'MUG', quantity: 1 }] }));

  it('pieces that have a paper, and their price', () => {
    partly()
      .when(edit({ change: 'remove_line', lineId: '1' }))
      .refused('edit_below_papers', '/changes/0/lineId');
    partly()
      .when(edit({ change: 'set_price', lineId: '1', priceMicros: 1 }))
      .refused('edit_line_settled', '/changes/0/lineId');
    const { history } = partly().when(edit({ change: 'replace_line', lineId: '1', sku: 'CUP' }));
    expect(linesOf(after(history))).toEqual(['1: 1 MUG', '2: 1 CUP', '3: 1 CUP']);
  });

  it('the shares of discount and shipping that papers stand for', () => {
    partly()
      .when(edit({ change: 'set_delivery', deliveryId: '1', price: 0 }))
      .refused('edit_below_papers', '/changes');
    const lower = partly().when(edit({ change: 'set_delivery', deliveryId: '1', price: 167 }));
    expect(after(lower.history).lines.map(({ money }) => money.share.shipping)).toEqual([167, 0]);
  });

  it('never lets the order come to less than was invoiced', () => {
    partly()
      .when(edit({ change: 'add_adjustment', kind: 'fee', name: 'Less', amount: -9_000 }))
      .refused('edit_below_papers', '/changes');
  });

  it('a wholly sent order: what comes later is another order or a return (pain 2.24)', () => {
    const sent = given(simple({ payments: [] }), startHandling, { type: 'send_package' });
    sent.when(edit(quantity('1', 3))).refused('edit_not_allowed', '/changes/0');
    const facts = { ...FACTS, editRules: { set_quantity: ['sent'], add_line: ['sent'] } as const };
    sent.when(edit(quantity('1', 3)), 'staff', 60, facts).refused('edit_after_sending');
    sent.when(edit({ change: 'add_line', sku: 'CUP', quantity: 1 }), 'staff', 60, facts).refused('edit_after_sending');
  });

  it('a linked pair, of which it would change only one', () => {
    const linked = given(simple({ fulfils: '1480000000001-01' }));
    linked.when(edit(quantity('1', 3))).refused('edit_linked');
  });

  it('a cancelled order, an order whose payment has not begun, and a forgotten person', () => {
    given(simple(), { type: 'request_cancellation' })
      .when(edit(quantity('1', 3)))
      .refused('order_cancelled');
    given(simple({ incomplete: true }))
      .when(edit(quantity('1', 3)))
      .refused('edit_not_allowed');
    given(simple(), { type: 'forget_person' })
      .when(edit({ change: 'set_address', address: { country: 'DE' } }))
      .refused('order_forgotten');
  });

  it('goes on to the next step where it takes away all that was left to send', () => {
    given(simple({ payments: [] }), startHandling, { type: 'send_package', items: [{ sku: 'MUG', quantity: 2 }] })
      .when(edit({ change: 'remove_line', lineId: '2' }))
      .status('shipped');
    given(place({ payments: [] }), startHandling, invoice({ value: 8_333, items: [{ sku: 'MUG', quantity: 2 }] }))
      .when(edit({ change: 'remove_line', lineId: '2' }, { change: 'set_delivery', deliveryId: '1', price: 333 }))
      .status('invoiced');
  });
});

describe('who may edit what, and when (pain 2.19)', () => {
  it('the rules of the account narrow and widen it', () => {
    const handled = given(simple(), startHandling);
    handled.when(edit(quantity('1', 3))).then('order_edited');
    const narrow = { ...FACTS, editRules: { set_quantity: ['open'] } as const };
    handled.when(edit(quantity('1', 3)), 'staff', 60, narrow).refused('edit_not_allowed', '/changes/0');
    const wide = { ...FACTS, editRules: { set_quantity: ['incomplete'] } as const };
    given(simple({ incomplete: true }))
      .when(edit(quantity('1', 3)), 'staff', 60, wide)
      .then('order_edited');
  });

  it('prices take a permission of their own, and giving money back another', () => {
    const may = ['orders.edit'];
    const asked = (command: EditOrder) => given(simple(), approve).when(command, 'staff', 60, FACTS, may);
    asked(edit(quantity('1', 3))).then('order_edited');
    asked(edit({ change: 'set_price', lineId: '1', priceMicros: 1 })).refused('edit_not_permitted', '/changes/0');
    asked(edit({ change: 'add_line', sku: 'MUG', quantity: 1, priceMicros: 1 })).refused('edit_not_permitted');
    asked({ ...edit(quantity('1', 3)), promotions: 'drop' }).refused('edit_not_permitted', '/promotions');
    asked({ ...edit(quantity('1', 1)), settle: 'adjust' }).refused('edit_not_permitted', '/settle');
  });

  it('promotions run again and fall away at the stages that their rule names, whatever is changed beside them', () => {
    const never = { ...FACTS, editRules: { promotions: [] } };
    const more = edit(quantity('1', 3));
    given(simple()).when(more, 'staff', 60, never).then('order_edited');
    given(simple())
      .when({ ...more, promotions: 'drop' }, 'staff', 60, never)
      .refused('edit_not_allowed', '/promotions');
  });

  it('waits for a hold on what it would change', () => {
    const held = given(simple(), { type: 'place_hold', holdType: 'address_check', on: { kind: 'line', id: '2' } });
    held.when(edit(quantity('2', 2))).then('order_edited');
    held.when(edit({ change: 'remove_line', lineId: '2' })).refused('on_hold', '/changes');
    const all = given(simple(), { type: 'place_hold', holdType: 'fraud_review' });
    all.when(edit(quantity('2', 2))).refused('on_hold');
  });

  it('takes 10,000 changes and no more', () => {
    const many = Array.from({ length: 10_001 }, () => quantity('1', 2));
    given(simple())
      .when(edit(...many))
      .refused('too_many', '/changes');
  });
});
