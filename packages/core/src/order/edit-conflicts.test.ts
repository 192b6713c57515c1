import { describe, expect, it } from 'vitest';
import type { EditChange, EditOrder } from './edit-commands.js';
import { conflictsOf } from './edit-conflicts.js';
import { given, place } from './given.test-support.js';
import type { Order } from './order.js';

const edit = (...changes: readonly EditChange[]): EditOrder => ({ type: 'edit_order', changes });
const tax = (amount: number): EditChange => ({ change: 'set_line_tax', lineId: '1', tax: amount });
const quantity = (pieces: number): EditChange => ({ change: 'set_quantity', lineId: '1', quantity: pieces });
const welcome: EditChange = { change: 'apply_coupon', coupon: 'welcome' };

/** What an edit that was written against the order after `earlier` conflicts with, once `since` was made. */
function conflicts(edited: EditOrder, since: readonly EditOrder[], earlier: readonly EditOrder[] = []) {
  const base = given(place({ workflow: 'simple', payments: [] }), ...earlier);
  const now = since.reduce((history, command) => history.when(command).history, base);
  return conflictsOf(base.order as Order, now.order as Order, edited);
}

describe('an edit that was prepared', () => {
  it('of the tax of a line conflicts with another one of it', () => {
    expect(conflicts(edit(tax(500)), [edit(tax(700))])).toEqual(['lines/1/tax']);
    expect(conflicts(edit(tax(500)), [edit({ change: 'set_line_tax', lineId: '2', tax: 700 })])).toEqual([]);
  });

  it('of what a line costs conflicts with a tax that was set by hand, and with none that follows its value', () => {
    expect(conflicts(edit(quantity(5)), [edit(tax(700))])).toEqual(['lines/1/tax']);
    const taxed = [edit({ change: 'add_line', id: '9', sku: 'MUG', quantity: 1, priceMicros: 1_000_000, tax: 10 })];
    const addressed: EditOrder = edit({ change: 'set_address', address: { country: 'DE' } });
    expect(conflicts(edit({ change: 'set_quantity', lineId: '9', quantity: 2 }), [addressed], taxed)).toEqual([]);
  });

  it('that runs promotions again or drops them conflicts with a coupon, and with discounts that promotions gave since', () => {
    for (const promotions of ['rerun', 'drop'] as const) {
      expect(conflicts({ ...edit(), promotions }, [edit(welcome)])).toEqual(['promotions']);
      expect(conflicts({ ...edit(), promotions }, [edit(quantity(3))])).toEqual([]);
    }
    const cups: EditOrder = { ...edit({ change: 'set_quantity', lineId: '2', quantity: 2 }), promotions: 'rerun' };
    expect(conflicts(edit(welcome), [cups])).toEqual(['promotions', 'lines/2/discountMicros']);
    expect(conflicts(edit(quantity(3)), [cups])).toEqual([]);
  });

  it('that runs promotions again leaves a discount by hand alone, and so conflicts with none', () => {
    const byHand = edit({ change: 'set_line_discount', lineId: '2', discountMicros: 1_000_000 });
    expect(conflicts({ ...edit(), promotions: 'rerun' }, [byHand])).toEqual([]);
  });
});
