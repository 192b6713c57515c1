import fc from 'fast-check';
import type { Command } from './commands.js';
import type { EditChange } from './edit-commands.js';

/** Random edits, legal and illegal ones mixed. */

const lineId = fc.constantFrom('1', '2', '3', '4');
const quantity = fc.integer({ min: 0, max: 4 });
const micros = fc.integer({ min: 0, max: 60 }).map((euro) => euro * 1_000_000 + 5_000);
const amount = fc.integer({ min: 0, max: 3_000 });

const randomChange: fc.Arbitrary<EditChange> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      change: fc.constant('add_line' as const),
      sku: fc.constantFrom('MUG', 'CUP'),
      quantity,
      priceMicros: micros,
      tax: amount,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      change: fc.constant('add_line' as const),
      sku: fc.constantFrom('MUG', 'CUP', 'GONE'),
      quantity,
    }),
  },
  { weight: 4, arbitrary: fc.record({ change: fc.constant('set_quantity' as const), lineId, quantity }) },
  { weight: 2, arbitrary: fc.record({ change: fc.constant('remove_line' as const), lineId }) },
  fc.record({
    change: fc.constant('replace_line' as const),
    lineId,
    sku: fc.constantFrom('MUG', 'CUP'),
    priceMicros: micros,
  }),
  { weight: 2, arbitrary: fc.record({ change: fc.constant('set_price' as const), lineId, priceMicros: micros }) },
  fc.record({ change: fc.constant('set_line_discount' as const), lineId, discountMicros: micros }),
  fc.record({
    change: fc.constant('set_line_promotions' as const),
    lineId,
    promotions: fc.constantFrom('keep' as const, 'drop' as const),
  }),
  fc.record({ change: fc.constant('set_line_tax' as const), lineId, tax: amount }),
  fc.record({ change: fc.constant('add_discount' as const), name: fc.constant('Sorry'), amount }),
  fc.constant<EditChange>({ change: 'remove_discount', discountId: 'edit:1' }),
  fc.record({
    change: fc.constant('add_adjustment' as const),
    kind: fc.constant('fee'),
    name: fc.constant('Wrapping'),
    amount: fc.integer({ min: -2_000, max: 2_000 }),
  }),
  fc.constant<EditChange>({ change: 'remove_adjustment', adjustmentId: 'edit:1' }),
  fc.record({
    change: fc.constant('set_delivery' as const),
    deliveryId: fc.constantFrom('1', '2'),
    price: amount,
  }),
  fc.record({ change: fc.constant('set_line_delivery' as const), lineId, deliveryId: fc.constantFrom('1', '2') }),
  fc.constant<EditChange>({ change: 'remove_delivery', deliveryId: '2' }),
  fc.constantFrom<EditChange>(
    { change: 'set_address', deliveryId: '1', address: { country: 'PT', city: 'Nina town' } },
    { change: 'set_address', address: { country: 'DE', city: 'Nina town' } },
    { change: 'apply_coupon', coupon: 'welcome' },
    { change: 'remove_coupon', coupon: 'WELCOME' },
    { change: 'apply_coupon', coupon: 'NONE' },
  ),
  fc.record({ change: fc.constant('set_payment' as const), paymentId: fc.constantFrom('1', '2'), amount }),
);

export const randomEdit: fc.Arbitrary<Command> = fc.record({
  type: fc.constant('edit_order' as const),
  changes: fc.array(randomChange, { minLength: 1, maxLength: 3 }),
  promotions: fc.constantFrom('keep' as const, 'keep' as const, 'rerun' as const, 'drop' as const),
  settle: fc.constantFrom('none' as const, 'adjust' as const),
  reason: fc.constant('secretly'),
});
