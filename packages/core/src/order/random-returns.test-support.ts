import fc from 'fast-check';
import type { Command } from './commands.js';

/** Random commands about goods that come back, legal and illegal mixed, over the first two returns of an order. */

const lineId = fc.constantFrom('1', '2');
const returnId = fc.constantFrom('1', '1', '2');
const pieces = fc.array(fc.record({ lineId, quantity: fc.integer({ min: 1, max: 2 }) }), {
  minLength: 1,
  maxLength: 2,
});
const somePieces = fc.option(pieces, { nil: undefined });
const item = fc.record({
  lineId,
  quantity: fc.integer({ min: 1, max: 2 }),
  reason: fc.constantFrom('faulty', 'no_longer_needed'),
  comment: fc.constant('broken at the handle, says Nina'),
});

const settlement = fc
  .record({
    type: fc.constant('settle_return' as const),
    returnId,
    includeShipping: fc.boolean(),
    restockingFee: fc.constantFrom(undefined, 0, 500, 90_000),
    refund: fc.constantFrom(undefined, undefined, 0, 1_000),
  })
  .map(withoutUndefined);

/** What the buyer gets: dearer or cheaper than what came back, and now and then what nobody sells. */
const replacement = fc
  .record({
    lines: fc.array(
      fc
        .record({
          sku: fc.constantFrom('MUG', 'CUP', 'CUP', 'VASE'),
          quantity: fc.integer({ min: 1, max: 2 }),
          priceMicros: fc.constantFrom(undefined, 0, 15_000_000),
        })
        .map(withoutUndefined),
      { minLength: 0, maxLength: 2 },
    ),
    priced: fc.constantFrom(undefined, false),
    shipping: fc.constantFrom(undefined, 300),
    leftOver: fc.constantFrom(undefined, 'store_credit' as const),
    onAccount: fc.constantFrom(true, true, undefined),
    payment: fc.constantFrom(undefined, { method: 'card', provider: 'sandbox' }),
  })
  .map(withoutUndefined);
const outcome = fc.oneof(
  fc.constant({ resolution: 'refund' as const }),
  fc.constant({ resolution: 'store_credit' as const }),
  { weight: 2, arbitrary: replacement.map((exchange) => ({ resolution: 'exchange' as const, exchange })) },
);

export const randomReturn: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('request_return' as const),
      items: fc.array(item, { minLength: 1, maxLength: 2 }),
      exception: fc.constant('Nina was ill'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ type: fc.constant('authorise_return' as const), returnId, items: somePieces })
      .map((command) => ({ ...command, instructions: 'to the back door' }))
      .map(withoutUndefined),
  },
  fc.record({ type: fc.constant('decline_return' as const), returnId, reason: fc.constant('Nina sold it') }),
  fc.record({ type: fc.constant('withdraw_return' as const), returnId, reason: fc.constant('Nina keeps it now') }),
  {
    weight: 2,
    arbitrary: fc
      .record({ type: fc.constant('receive_return' as const), returnId, items: somePieces })
      .map(withoutUndefined),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('inspect_return' as const),
      returnId,
      items: fc.array(
        fc.record({
          lineId,
          accepted: fc.integer({ min: 0, max: 2 }),
          rejected: fc.integer({ min: 0, max: 1 }),
          reason: fc.constant('worn'),
          restock: fc.boolean(),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  },
  { weight: 4, arbitrary: fc.tuple(settlement, outcome).map(([how, what]) => ({ ...how, ...what })) },
  fc.record({ type: fc.constant('close_return' as const), returnId, reason: fc.constant('Nina keeps it') }),
);

function withoutUndefined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>;
}

type Defined<T> = { readonly [Name in keyof T]: Exclude<T[Name], undefined> };
