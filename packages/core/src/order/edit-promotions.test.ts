import { describe, expect, it } from 'vitest';
import type { EditChange, EditOrder } from './edit-commands.js';
import { promotionsByLine } from './edit-pricing.js';
import { given, type History, place } from './given.test-support.js';
import type { Order } from './order.js';

const edit = (...changes: readonly EditChange[]): EditOrder => ({ type: 'edit_order', changes });
const quantity = (lineId: string, pieces: number): EditChange => ({ change: 'set_quantity', lineId, quantity: pieces });
const simple = () => place({ workflow: 'simple' });
const after = (history: History): Order => {
  if (history.order === null) throw new Error('there is no order');
  return history.order;
};
const linesOf = ({ lines }: Order): readonly string[] =>
  lines.map(({ id, sku, quantity: pieces }) => `${id}: ${pieces} ${sku}`);

describe('promotions of an edited order (pains 2.22 and 2.29)', () => {
  const welcome = { change: 'apply_coupon', coupon: 'welcome' } as const;

  it('stay as they are, run again or fall away, as is asked', () => {
    const priced = given(simple(), edit(welcome, quantity('2', 2)));
    expect(priced.order?.head).toMatchObject({
      promotions: [
        { promotion: 'cups', coupon: null },
        { promotion: 'welcome', coupon: 'WELCOME' },
      ],
      discounts: [{ id: 'welcome', amount: 1_000 }],
    });
    expect(priced.order?.lines[1]?.discountMicros).toBe(4_000_000);

    const kept = priced.when(edit(quantity('2', 1)));
    expect(after(kept.history).lines[1]?.discountMicros).toBe(4_000_000);
    const again = priced.when({ ...edit(quantity('2', 1)), promotions: 'rerun' });
    expect(after(again.history).lines[1]?.discountMicros).toBe(0);
    expect(after(again.history).head.discounts).toHaveLength(1);
    const dropped = priced.when({ ...edit(quantity('2', 1)), promotions: 'drop' });
    expect(after(dropped.history).head).toMatchObject({ promotions: [], discounts: [] });
  });

  it('give their gift once, and take it back with the goods that brought it', () => {
    const gifted = given(simple(), { ...edit(quantity('2', 3)), promotions: 'rerun' });
    expect(linesOf(gifted.order as Order)).toEqual(['1: 2 MUG', '2: 3 CUP', 'gift:1: 1 MUG']);
    const again = gifted.when({ ...edit(quantity('2', 4)), promotions: 'rerun' });
    expect(linesOf(after(again.history))).toEqual(['1: 2 MUG', '2: 4 CUP', 'gift:1: 1 MUG']);
    const less = gifted.when({ ...edit(quantity('2', 1)), promotions: 'rerun' });
    expect(linesOf(after(less.history))).toEqual(['1: 2 MUG', '2: 1 CUP']);
  });

  it('leave a discount alone that somebody gave by hand', () => {
    const { order } = given(simple(), edit({ change: 'set_line_discount', lineId: '2', discountMicros: 1_000_000 }), {
      ...edit(quantity('2', 2)),
      promotions: 'rerun',
    });
    expect(order?.lines[1]?.discountMicros).toBe(1_000_000);
  });

  it('come with a coupon only where it gives something', () => {
    given(simple())
      .when(edit({ change: 'apply_coupon', coupon: 'NONE' }))
      .refused('coupon_not_applied', '/changes/0/coupon');
    given(simple())
      .when(edit({ change: 'remove_coupon', coupon: 'WELCOME' }))
      .refused('reference_unknown');
    const { history } = given(simple(), edit(welcome)).when(edit({ change: 'remove_coupon', coupon: 'welcome' }));
    expect(after(history).head).toMatchObject({ promotions: [], discounts: [] });
  });

  it('do on one line what is asked of it, apart from the rest', () => {
    const priced = given(simple(), edit(welcome, quantity('2', 2)));
    const apart = (line: 'keep' | 'drop', whole: EditOrder['promotions']) => {
      const change: EditChange = { change: 'set_line_promotions', lineId: '2', promotions: line };
      return after(priced.when({ ...edit(quantity('2', 1), change), promotions: whole ?? 'keep' }).history);
    };
    // two cups are one by now: run again, nothing would be off
    expect(apart('keep', 'rerun')).toMatchObject({
      lines: [{}, { discountMicros: 4_000_000 }],
      head: { promotions: [{ promotion: 'cups' }, { promotion: 'welcome' }], discounts: [{ id: 'welcome' }] },
    });
    expect(apart('keep', 'drop')).toMatchObject({
      lines: [{}, { discountMicros: 4_000_000 }],
      head: { promotions: [{ promotion: 'cups' }, { promotion: 'welcome' }], discounts: [] },
    });
    expect(apart('drop', 'keep')).toMatchObject({
      lines: [{}, { discountMicros: 0 }],
      head: { promotions: [{ promotion: 'cups' }, { promotion: 'welcome' }], discounts: [{ id: 'welcome' }] },
    });
    // three cups would be a tenth off: not on the line that takes nothing, and so no use of it is counted
    const three = edit(quantity('2', 3), { change: 'set_line_promotions', lineId: '2', promotions: 'drop' });
    expect(after(priced.when({ ...three, promotions: 'rerun' }).history)).toMatchObject({
      lines: [{}, { discountMicros: 0 }, { id: 'gift:1' }],
      head: { promotions: [{ promotion: 'mug' }, { promotion: 'welcome' }] },
    });
  });

  it('are told line by line: kept, run again, dropped, or set by hand', () => {
    const { order } = given(simple(), edit(welcome, quantity('2', 2)));
    if (order === null) throw new Error('there is no order');
    const told = (command: EditOrder) =>
      promotionsByLine(order, command).map(({ lineId, promotions }) => `${lineId} ${promotions}`);
    const [apart, byHand] = [
      edit({ change: 'set_line_promotions', lineId: '2', promotions: 'keep' }),
      edit({ change: 'set_line_discount', lineId: '2', discountMicros: 1 }),
    ];
    // the first line has no discount: there is something to say of it only where it may get one
    expect(told(edit(quantity('2', 1)))).toEqual(['2 kept']);
    expect(told({ ...apart, promotions: 'rerun' })).toEqual(['1 rerun', '2 kept']);
    expect(told({ ...edit(quantity('2', 1)), promotions: 'drop' })).toEqual(['2 dropped']);
    expect(told({ ...byHand, promotions: 'drop' })).toEqual(['2 by_hand']);
  });

  it('stay on a line that somebody discounted by hand as that one said', () => {
    const byHand = given(simple(), edit({ change: 'set_line_discount', lineId: '2', discountMicros: 1_000_000 }));
    const dropped = byHand.when(edit({ change: 'set_line_promotions', lineId: '2', promotions: 'drop' }));
    expect(after(dropped.history).lines[1]?.discountMicros).toBe(1_000_000);
  });
});
