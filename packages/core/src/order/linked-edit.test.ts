import { describe, expect, it } from 'vitest';
import { refusalNow } from './allowed.js';
import type { EditChange, EditOrder } from './edit-commands.js';
import { editableNow } from './edit-rules.js';
import { approve, invoice, place, startHandling } from './given.test-support.js';
import { MARKETPLACE, type Pair, pairOf, SELLER } from './pair.test-support.js';

/** An edit of a marketplace's order and of the order that its seller fulfils it by: both in one unit, or neither. */

const placed = (sold: object = {}, fulfilled: object = {}) =>
  pairOf(new Map(), '2026-03-02T12:00:00.000Z')
    .when(MARKETPLACE, place({ workflow: 'marketplace', ...sold }))
    .when(SELLER, place({ workflow: 'fulfillment', payments: [], fulfils: MARKETPLACE, ...fulfilled }));

const edit = (...changes: readonly EditChange[]): EditOrder => ({ type: 'edit_order', changes });
const quantity = (lineId: string, pieces: number): EditChange => ({ change: 'set_quantity', lineId, quantity: pieces });
const pieces = ({ orders }: Pair): readonly (readonly string[])[] =>
  [MARKETPLACE, SELLER].map((id) => (orders.get(id)?.lines ?? []).map(({ sku, quantity: count }) => `${count} ${sku}`));
const totals = ({ orders }: Pair): readonly unknown[] =>
  [MARKETPLACE, SELLER].map((id) => orders.get(id)?.head.totals.total);

describe('an edit of a linked pair', () => {
  it('goes to both records, with their stock and their money, in one step', () => {
    const before = placed();
    const after = before.when(MARKETPLACE, edit(quantity('1', 3), { change: 'remove_line', lineId: '2' }));
    expect(after.refusal).toBeNull();
    expect(pieces(after)).toEqual([['3 MUG'], ['3 MUG']]);
    expect(totals(after)).toEqual([12_500, 12_500]);
    expect(after.orders.get(SELLER)?.lines[0]?.stock?.held).toBe(3);
    for (const id of [MARKETPLACE, SELLER])
      expect(after.orders.get(id)?.head.version).toBe((before.orders.get(id)?.head.version ?? 0) + 1);
  });

  it('changes who pays how in the record of the marketplace alone', () => {
    const before = placed();
    const paid = before.when(MARKETPLACE, edit({ change: 'set_payment', paymentId: '1', installments: 2 }));
    expect(paid.refusal).toBeNull();
    expect(paid.orders.get(SELLER)).toEqual(before.orders.get(SELLER));
    expect(paid.orders.get(MARKETPLACE)?.documents.payment['1']?.installments).toBe(2);
  });

  it('is refused at the seller, and says which order to edit', () => {
    const { refusal } = placed().when(SELLER, edit(quantity('1', 3)));
    expect(refusal).toMatchObject({ refused: 'edit_linked', details: { edit: MARKETPLACE } });
  });

  it('is refused for what the two do not hold alike, and names it', () => {
    const price = placed().when(
      MARKETPLACE,
      edit(quantity('1', 3), { change: 'set_price', lineId: '1', priceMicros: 1 }),
    );
    expect(price.refusal).toMatchObject({ refused: 'edit_linked', pointer: '/changes/1' });
    expect(price.refusal?.details).toMatchObject({ kinds: ['set_quantity', 'remove_line', 'set_payment'] });
    const again = placed().when(MARKETPLACE, { ...edit(quantity('1', 3)), promotions: 'rerun' });
    expect(again.refusal).toMatchObject({ refused: 'edit_linked', pointer: '/promotions' });
    const other = { lines: [{ sku: 'MUG', quantity: 1 }], total: 4_500 };
    const uneven = placed({}, other).when(MARKETPLACE, edit(quantity('1', 3)));
    expect(uneven.refusal).toMatchObject({ refused: 'edit_linked', details: { linked: SELLER } });
    expect(pieces(uneven)[0]).toEqual(['2 MUG', '1 CUP']);
  });

  it('is refused whole where the seller has sent or invoiced what it would take away', () => {
    const sent = placed()
      .when(MARKETPLACE, approve)
      .when(SELLER, startHandling)
      .when(SELLER, { type: 'send_package', items: [{ sku: 'MUG', quantity: 2 }] });
    const less = sent.when(MARKETPLACE, edit(quantity('1', 1)));
    expect(less.refusal).toMatchObject({ refused: 'edit_below_papers' });
    expect(pieces(less)).toEqual(pieces(sent));
    const more = sent.when(MARKETPLACE, edit(quantity('2', 4)));
    expect(more.refusal).toBeNull();
    expect(pieces(more)).toEqual([
      ['2 MUG', '4 CUP'],
      ['2 MUG', '4 CUP'],
    ]);
  });

  it('takes the last line that is not invoiced away in both records, and each goes on by itself', () => {
    const invoiced = placed()
      .when(MARKETPLACE, approve)
      .when(SELLER, startHandling)
      .when(SELLER, invoice({ value: 8_500, items: [{ sku: 'MUG', quantity: 2 }] }));
    expect(invoiced.refusal).toBeNull();
    const ended = invoiced.when(MARKETPLACE, edit({ change: 'remove_line', lineId: '2' }));
    expect(ended.refusal).toBeNull();
    expect(pieces(ended)).toEqual([['2 MUG'], ['2 MUG']]);
    expect(ended.statuses()).toEqual(['invoiced', 'invoiced']);
    for (const id of [MARKETPLACE, SELLER]) {
      expect(Object.keys(ended.orders.get(id)?.documents.invoice ?? {})).toEqual(['A-1']);
      expect(ended.orders.get(id)?.head.invoicedAt).not.toBeNull();
    }
  });

  it('is refused where it would leave one of the two wholly invoiced and the other not', () => {
    const uneven = placed({}, { deliveries: [], total: 12_000 })
      .when(MARKETPLACE, approve)
      .when(SELLER, startHandling)
      .when(SELLER, invoice({ value: 8_000, items: [{ sku: 'MUG', quantity: 2 }] }));
    expect(uneven.refusal).toBeNull();
    const { refusal } = uneven.when(MARKETPLACE, edit({ change: 'remove_line', lineId: '2' }));
    expect(refusal).toMatchObject({
      refused: 'edit_linked',
      details: { invoiced: [SELLER], open: [MARKETPLACE] },
    });
  });

  it('is offered for what it takes, and for nothing else', () => {
    const { orders } = placed();
    const sold = orders.get(MARKETPLACE);
    const fulfilled = orders.get(SELLER);
    if (sold === undefined || fulfilled === undefined) throw new Error('the pair was not placed');
    expect(refusalNow(sold, 'edit_order', 'staff')).toBeNull();
    const kinds = editableNow(sold, {}, null).filter(({ allowed }) => allowed);
    expect(kinds.map(({ change }) => change)).toEqual(['set_quantity', 'remove_line', 'set_payment']);
    expect(editableNow(sold, {}, null).find(({ change }) => change === 'promotions')).toMatchObject({
      refusal: { refused: 'edit_linked' },
    });
    expect(refusalNow(fulfilled, 'edit_order', 'staff')).toMatchObject({
      refused: 'edit_linked',
      details: { edit: MARKETPLACE },
    });
  });

  it('is refused where a seller keeps their record elsewhere', () => {
    const pair = placed();
    const alone = pairOf(new Map([...pair.orders].filter(([id]) => id === MARKETPLACE)), '2026-03-02T13:00:00.000Z');
    const { refusal } = alone.when(MARKETPLACE, edit(quantity('1', 3)));
    expect(refusal).toMatchObject({ refused: 'edit_linked', details: { elsewhere: SELLER } });
  });
});
