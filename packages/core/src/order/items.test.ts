import { describe, expect, it } from 'vitest';
import { resolveItems } from './items.js';
import type { Line } from './order.js';

/** Two lines of one SKU around one of another: 2, 3 and 4 pieces. */
const lines = [
  { id: '1', sku: 'mug', quantity: 2 },
  { id: '2', sku: 'pen', quantity: 3 },
  { id: '3', sku: 'mug', quantity: 4 },
] as unknown as readonly Line[];

const resolved = (...items: Parameters<typeof resolveItems>[1]) =>
  resolveItems({ lines }, items, ({ quantity }) => quantity, 'quantity_exceeds_ordered');
const mugs = (quantity: number, ...preferred: string[]) => ({ sku: 'mug', quantity, preferred });

describe('items that name a SKU', () => {
  it('take from its lines in their order', () => {
    expect(resolved(mugs(3))).toEqual([{ lineId: '1', quantity: 2 }, { lineId: '3', quantity: 1 }]); // prettier-ignore
  });

  it('take from the lines that they prefer first, then from the others', () => {
    expect(resolved(mugs(3, '3'))).toEqual([{ lineId: '3', quantity: 3 }]);
    expect(resolved(mugs(5, '3'))).toEqual([{ lineId: '1', quantity: 1 }, { lineId: '3', quantity: 4 }]); // prettier-ignore
  });

  it('leave to each other what each prefers, in whatever order they come', () => {
    expect(resolved(mugs(2), mugs(2, '1'))).toEqual([{ lineId: '1', quantity: 2 }, { lineId: '3', quantity: 2 }]); // prettier-ignore
    expect(resolved(mugs(4, '3'), mugs(2, '1'))).toEqual(resolved(mugs(2, '1'), mugs(4, '3')));
  });

  it('prefer no line of another SKU, and none that is not there', () => {
    expect(resolved(mugs(1, '2', '9'))).toEqual([{ lineId: '1', quantity: 1 }]);
  });

  it('are refused where all lines together have too few', () => {
    expect(resolved(mugs(7, '3'))).toMatchObject({
      refused: 'quantity_exceeds_ordered',
      pointer: '/items/0/quantity',
      details: { left: 6, asked: 7 },
    });
    expect(resolved(mugs(4, '3'), mugs(3))).toMatchObject({
      pointer: '/items/1/quantity',
      details: { left: 2, asked: 3 },
    });
    expect(resolved({ sku: 'cup', quantity: 1 })).toMatchObject({ pointer: '/items/0/sku' });
  });
});
