import fc from 'fast-check';
import type { Command } from './commands.js';
import { given, type History, place } from './given.test-support.js';
import { BLOCKED } from './held-commands.js';
import type { Order } from './order.js';
import { randomReturn } from './random-returns.test-support.js';
import { randomEdit } from './random-edits.test-support.js';

/** Random lives of an order, legal and illegal commands mixed: what must hold at every version, whatever was asked. */

const quantity = fc.integer({ min: 1, max: 3 });
const amount = fc.integer({ min: 0, max: 14_000 });
const items = fc.option(fc.array(fc.record({ sku: fc.constantFrom('MUG', 'CUP'), quantity }), { maxLength: 2 }), {
  nil: undefined,
});
const paymentId = fc.constantFrom('1', '2', '3');
const packageId = fc.constantFrom('1', '2', '3');
const number = fc.constantFrom('A-1', 'A-2', 'A-3', 'R-1', 'R-2');

export const randomHold: fc.Arbitrary<Command> = fc
  .record({
    type: fc.constant('place_hold' as const),
    holdType: fc.constantFrom('fraud_review', 'address_check', 'old_check'),
    on: fc.option(
      fc.record({
        kind: fc.constantFrom('line' as const, 'payment' as const, 'package' as const),
        id: fc.constantFrom('1', '2'),
      }),
      { nil: undefined },
    ),
    blocks: fc.option(fc.subarray([...BLOCKED].slice(0, -1), { minLength: 1, maxLength: 2 }), { nil: undefined }),
    reason: fc.constant('secretly'),
    releaseAt: fc.constantFrom(undefined, '2026-03-02T14:00:00.000Z', '2026-05-01T00:00:00.000Z'),
  })
  .map(withoutUndefined);

const shipmentId = fc.constantFrom('1', '2', '3');
const named = fc.array(fc.record({ lineId: fc.constantFrom('1', '2'), quantity }), { minLength: 1, maxLength: 2 });
const address = fc.constantFrom(undefined, null, { country: 'PT', receiver: 'Nina', city: 'Faro' });

/** Plans of shipments, and what becomes of their parcels. */
export const randomShipping: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({
      type: fc.constant('plan_shipment' as const),
      items: fc.option(named, { nil: undefined }),
      address,
      place: fc.constantFrom(undefined, 'main', 'none'),
      pickupPoint: fc.constantFrom(undefined, 'station'),
      price: fc.constantFrom(undefined, 300),
    })
    .map(withoutUndefined),
  fc.record({ type: fc.constant('split_shipment' as const), shipmentId, items: named }),
  fc
    .record({
      type: fc.constant('move_items' as const),
      from: fc.option(shipmentId, { nil: undefined }),
      to: fc.option(shipmentId, { nil: undefined }),
      items: named,
    })
    .map(withoutUndefined),
  fc
    .record({
      type: fc.constant('change_shipment' as const),
      shipmentId,
      address,
      carrier: fc.constantFrom(undefined, 'post', null),
    })
    .map(withoutUndefined),
  fc.record({ type: fc.constant('cancel_shipment' as const), shipmentId, reason: fc.constant('Nina moved') }),
  fc.record({ type: fc.constant('collect_package' as const), packageId, collectedBy: fc.constant('Nina Reis') }),
  fc
    .record({
      type: fc.constant('return_to_sender' as const),
      packageId,
      restock: fc.option(fc.boolean(), { nil: undefined }),
      reason: fc.constantFrom(undefined, 'Nina was out'),
    })
    .map(withoutUndefined),
);

const documentId = fc.constantFrom('1', '2', '3');
const told = { outerId: fc.constantFrom('tx_1', 'tx_2'), amount: fc.oneof(amount, fc.constant(5_000)) };

/** What a provider does with money, in any order, and what people ask of it. */
export const randomMoney: fc.Arbitrary<Command> = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('capture_payment' as const),
        paymentId,
        amount: fc.option(amount, { nil: undefined }),
        final: fc.constantFrom(undefined, true),
      }),
    },
    fc.record({
      type: fc.constant('void_payment' as const),
      paymentId,
      amount: fc.option(amount, { nil: undefined }),
    }),
    ...(['capture', 'void', 'refund'] as const).flatMap((kind) => [
      {
        weight: 3,
        arbitrary: fc
          .record({ id: documentId, ...told }, { requiredKeys: ['id'] })
          .map(({ id, ...more }) => ({ type: `settle_${kind}`, [`${kind}Id`]: id, ...more }) as unknown as Command),
      },
      {
        weight: 2,
        arbitrary: fc
          .record({ [`${kind}Id`]: documentId, reversed: fc.boolean(), message: fc.constant('secretly refused') })
          .map((asked) => ({ type: `fail_${kind}`, ...asked }) as unknown as Command),
      },
      {
        weight: 2,
        arbitrary: documentId.map((id) => ({ type: `retry_${kind}`, [`${kind}Id`]: id }) as unknown as Command),
      },
      documentId.map((id) => ({ type: `abandon_${kind}`, [`${kind}Id`]: id }) as unknown as Command),
    ]),
    fc.record({
      type: fc.constant('begin_payment' as const),
      paymentId,
      link: fc.constantFrom(undefined, 'https://pay.example/secret'),
      token: fc.constant('secret-token'),
      outerId: fc.constantFrom(undefined, 'session_1'),
    }),
    fc.record({
      type: fc.constant('add_payment' as const),
      method: fc.constantFrom('card', 'cash_on_delivery'),
      amount,
      provider: fc.constantFrom(undefined, 'sandbox'),
      holder: fc.constantFrom(undefined, 'Nina Secret'),
    }),
    fc.record({ type: fc.constant('cancel_payment' as const), paymentId }),
  )
  .map(withoutUndefined);

export const randomCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('approve_payment' as const), paymentId }) },
  fc.record({ type: fc.constant('approve_payment' as const), paymentId, amount }),
  fc.record({ type: fc.constant('notify_payment' as const), paymentId }),
  fc.record({ type: fc.constant('deny_payment' as const), paymentId }),
  fc.constant<Command>({ type: 'complete_placement' }),
  fc.constant<Command>({ type: 'expire_placement' }),
  { weight: 2, arbitrary: fc.constant<Command>({ type: 'request_cancellation', reason: 'why not' }) },
  fc.constant<Command>({ type: 'confirm_cancellation' }),
  fc.constant<Command>({ type: 'deny_cancellation' }),
  fc.constant<Command>({ type: 'end_cancellation_window' }),
  fc.constant<Command>({ type: 'end_deadline' }),
  fc.constant<Command>({ type: 'authorise_fulfilment' }),
  { weight: 3, arbitrary: fc.constant<Command>({ type: 'start_handling' }) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        type: fc.constant('issue_invoice' as const),
        number,
        value: fc.oneof(amount, fc.constant(12_500)),
        items,
        package: fc.option(fc.constant({ carrier: 'Post' }), { nil: undefined }),
      })
      .map(withoutUndefined),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        type: fc.constant('send_package' as const),
        items,
        force: fc.boolean(),
        shipmentId: fc.option(shipmentId, { nil: undefined }),
        weight: fc.constantFrom(undefined, 1_200),
      })
      .map(withoutUndefined),
  },
  { weight: 4, arbitrary: randomShipping },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('track_package' as const),
      packageId,
      delivered: fc.boolean(),
      events: fc.constantFrom([], [{ at: '2026-03-05T08:00:00.000Z', city: 'Porto', description: 'Left with Rui' }]),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        type: fc.constant('issue_return_invoice' as const),
        number,
        value: amount,
        items,
        restock: fc.boolean(),
      })
      .map(withoutUndefined),
  },
  fc.record({
    type: fc.constant('track_return' as const),
    number: fc.constantFrom('A-1', 'R-1', 'R-2'),
    trackingNumber: fc.constantFrom('T1', 'T2'),
    delivered: fc.boolean(),
    events: fc.constantFrom([], [{ at: '2026-03-07T08:00:00.000Z', city: 'Porto', description: 'Handed in by Rui' }]),
  }),
  { weight: 5, arbitrary: randomReturn },
  { weight: 2, arbitrary: randomMoney },
  fc
    .record({
      type: fc.constant('refund' as const),
      amount: fc.option(amount, { nil: undefined }),
      paymentId: fc.option(paymentId, { nil: undefined }),
      items,
      shipping: fc.constantFrom(undefined, 0, 200, 500),
      reasonCode: fc.constantFrom(undefined, 'damaged'),
      reason: fc.constant('secretly'),
    })
    .map(withoutUndefined),
  fc.record({ type: fc.constant('refund' as const), amount }),
  fc.constant<Command>({ type: 'refund' }),
  fc.constant<Command>({ type: 'close_short' }),
  fc.constant<Command>({ type: 'mark_delivered' }),
  fc.record({
    type: fc.constant('set_status' as const),
    status: fc.constantFrom('New', 'Cancelled', 'Completed', 'Processing', 'pending'),
  }),
  fc.constant<Command>({ type: 'add_note', text: 'note' }),
  fc.constant<Command>({
    type: 'add_document',
    documentType: 'warranty',
    amount: 900,
    custom: { serial: 'AB-1', owner: 'Nina' },
  }),
  fc.constantFrom<Command>(
    { type: 'change_document', documentId: '1', status: 'granted', comment: 'Nina called' },
    { type: 'cancel_document', documentId: '1', reason: 'Nina wants none' },
    { type: 'set_custom_fields', target: 'order', custom: { wrapping: 'cloth', gift: true } },
    { type: 'set_custom_fields', target: 'line', id: '1', custom: { engraving: 'Nina' } },
    { type: 'mark_document', kind: 'payment', id: '1', approved: true, comment: 'Nina paid twice' },
    { type: 'mark_document', kind: 'invoice', id: 'A-1', approved: false, outerId: 'ERP-7' },
  ),
  { weight: 6, arbitrary: randomEdit },
  { weight: 2, arbitrary: randomHold },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('release_hold' as const), holdId: fc.constantFrom('1', '2', '3') }),
  },
  fc.constant<Command>({ type: 'end_holds' }),
);

function withoutUndefined<T extends object>(record: T): T & Command {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T & Command;
}

const placement = fc.record({
  workflow: fc.constantFrom(
    'complete' as const,
    'simple' as const,
    'free' as const,
    'fulfillment' as const,
    'marketplace' as const,
    'made-to-order',
  ),
  incomplete: fc.boolean(),
  cancellationWindow: fc.constantFrom(0, 1800),
  adjusted: fc.constantFrom(0, -8_000, 300),
  customer: fc.constantFrom(null, 'C-7'),
  /** What happened before anything random did: few lives of their own come so far that a parcel comes back. */
  begun: fc.constantFrom(
    'placed' as const,
    'placed' as const,
    'sent' as const,
    'back' as const,
    'aside' as const,
    'again' as const,
  ),
  payments: fc.constantFrom(
    [{ method: 'card', amount: 12_500 }],
    [{ method: 'card', amount: 12_500, capture: 'on_invoice' as const }],
    [
      { method: 'card', amount: 10_000 },
      { method: 'voucher', amount: 2_500, capture: 'on_approval' as const },
    ],
    [
      { method: 'card', amount: 12_000 },
      { method: 'card', amount: 900 },
      { method: 'voucher', amount: 0 },
    ],
    [],
    [{ method: 'card', amount: 12_500, provider: 'sandbox', holder: 'Nina Secret', token: 'secret-token' }],
    [
      { method: 'card', amount: 8_000, provider: 'sandbox', capture: 'on_invoice' as const },
      { method: 'cash_on_delivery', amount: 4_500 },
    ],
  ),
});

const SENT: readonly Command[] = [
  { type: 'complete_placement' },
  { type: 'approve_payment', paymentId: '1' },
  { type: 'approve_payment', paymentId: '2' },
  { type: 'approve_payment', paymentId: '3' },
  { type: 'start_handling' },
  { type: 'send_package', items: [{ sku: 'MUG', quantity: 1 }] },
  { type: 'send_package' },
];

/** What the workflow refuses of it changes nothing. */
const BEGUN = {
  placed: [],
  sent: SENT,
  back: [...SENT, { type: 'return_to_sender', packageId: '1' }],
  again: [...SENT, { type: 'return_to_sender', packageId: '1' }, { type: 'send_package' }],
  aside: [...SENT, { type: 'return_to_sender', packageId: '2', restock: false }],
} satisfies Readonly<Record<string, readonly Command[]>>;

/** Every state on the way, with the history that led there. */
function* lives(
  { adjusted, customer, begun, ...changes }: { adjusted: number; customer: string | null; begun: keyof typeof BEGUN },
  commands: readonly { command: Command; wait: number }[],
): Generator<History> {
  const adjustments = adjusted === 0 ? [] : [{ id: 'a', kind: 'fee', name: 'Adjusted', amount: adjusted }];
  const bought = customer === null ? {} : { customerId: customer };
  const carried = { note: 'ring twice', custom: { nickname: 'Nina' } };
  let history = given(place({ ...changes, ...bought, adjustments, total: 12_500 + adjusted, ...carried }));
  yield history;
  for (const command of BEGUN[begun]) {
    history = history.when(command).history;
    yield history;
  }
  for (const { command, wait } of commands) {
    history = history.when(
      command,
      command.type.startsWith('end_') || command.type === 'expire_placement' ? 'system' : 'staff',
      wait,
    ).history;
    yield history;
  }
}

const steps = fc.array(fc.record({ command: randomCommand, wait: fc.constantFrom(60, 1800, 2_600_000) }), {
  maxLength: 14,
  size: 'max',
});

/** Checks every version of so many random lives; with a seed the same ones again. `atEnd` looks at the last version once more. */
export const always = (
  check: (history: History & { order: Order }) => void,
  numRuns = 250,
  { seed, atEnd }: { seed?: number; atEnd?: typeof check } = {},
): void => {
  fc.assert(
    fc.property(placement, steps, (changes, commands) => {
      let last: (History & { order: Order }) | undefined;
      for (const history of lives(changes, commands)) {
        last = history as History & { order: Order };
        check(last);
      }
      if (last !== undefined) atEnd?.(last);
    }),
    seed === undefined ? { numRuns } : { numRuns, seed },
  );
};
