import { expect, it } from 'vitest';
import type { EditChange } from './edit-commands.js';
import { given, place } from './given.test-support.js';

/** Lines that cost nothing: no sum tells that they are others than before. */
const FREE = given(
  place({
    workflow: 'simple',
    lines: [
      { sku: 'MUG', quantity: 2, priceMicros: 0 },
      { sku: 'CUP', quantity: 1, priceMicros: 0 },
    ],
    deliveries: [],
    discounts: [],
    payments: [],
    total: 0,
  }),
);

it.each<[string, EditChange, object]>([
  ['its quantity', { change: 'set_quantity', lineId: '1', quantity: 5 }, { quantity: 5 }],
  ['what was set by hand', { change: 'set_price', lineId: '1', priceMicros: 0 }, { byHand: ['price'] }],
])('%s is recorded where it changes no money, and no other line is', (_, change, expected) => {
  const { history } = FREE.when({ type: 'edit_order', changes: [change] });
  expect(history.log.at(-1)?.data).toMatchObject({ lines: [{ id: '1', ...expected }] });
  expect(history.log.at(-1)?.data).not.toHaveProperty('shares');
  expect(history.order?.lines[0]).toMatchObject(expected);
  expect(history.order?.lines[1]).toEqual(FREE.order?.lines[1]);
});
