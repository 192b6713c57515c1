import { describe, expect, it } from 'vitest';
import { allowedNow, OUTSIDE_COMMANDS } from './allowed.js';
import type { Command, PlaceHold } from './commands.js';
import type { Context } from './decision.js';
import { approve, given, type History, invoice, NOON, place, startHandling } from './given.test-support.js';
import { HELD_COMMANDS, HOLD_GROUPS } from './held-commands.js';
import { decideHoldRelease, KEPT_RELEASED_HOLDS, MAX_OPEN_HOLDS } from './hold.js';
import { plusSeconds } from './instant.js';
import type { Order } from './order.js';
import { isRefusal } from './refusals.js';

const hold = (changes: Partial<PlaceHold> = {}): PlaceHold => ({
  type: 'place_hold',
  holdType: 'address_check',
  ...changes,
});
const release = (holdId = '1'): Command => ({ type: 'release_hold', holdId, reason: 'looked into it' });
const onLine = (id: string, changes: Partial<PlaceHold> = {}): PlaceHold =>
  hold({ on: { kind: 'line', id }, ...changes });
const send = (...lines: string[]): Command => ({
  type: 'send_package',
  ...(lines.length === 0 ? {} : { items: lines.map((lineId) => ({ lineId, quantity: 1 })) }),
});
const later = plusSeconds(NOON, 86_400);

const orderOf = (history: History): Order => history.order as Order;
const allowed = (history: History, command: string) =>
  allowedNow(orderOf(history), 'staff').find((each) => each.command === command);
const detailsOf = ({ answer }: { answer: object }): unknown => (isRefusal(answer) ? answer.details : 'accepted');

describe('a hold', () => {
  it('makes what it blocks wait, and nothing else, until it is released', () => {
    const held = given(place(), approve, startHandling, hold({ reason: 'no house number' }));
    held.when(send()).refused('on_hold');
    held.when(invoice({ package: { carrier: 'Post' } })).refused('on_hold');
    held.when(invoice()).then('invoice_issued');
    held.when(release()).then('hold_released').history.when(send()).then('package_sent');
    expect(orderOf(held).head.holds).toMatchObject([
      { id: '1', holdType: 'address_check', on: null, blocks: ['shipping'], reason: 'no house number', released: null },
    ]);
  });

  it('says who stands in the way: which, of which type, on what, and until when', () => {
    const held = given(place(), approve, startHandling, hold({ releaseAt: later }), onLine('2', { releaseAt: later }));
    const details = { holds: ['1', '2'], types: ['address_check', 'address_check'], on: ['order', 'line 2'] };
    expect(detailsOf(held.when(send()))).toEqual({ ...details, until: later });
    expect(detailsOf(held.when(hold()).history.when(send('2')))).toMatchObject({ holds: ['1', '2', '3'], until: null });
  });

  it('takes from its type what is left out, and may differ from it', () => {
    const { history } = given(place(), hold({ holdType: 'fraud_review' })).when(
      hold({ holdType: 'fraud_review', blocks: ['refund', 'capture', 'refund'], releaseBy: 'orders.refund' }),
    );
    expect(orderOf(history).head.holds).toMatchObject([
      { blocks: ['all'], releaseBy: 'role:fraud-team' },
      { blocks: ['refund', 'capture'], releaseBy: 'orders.refund' },
    ]);
  });

  it('is of a type that is in use, on a part that is there, and ends later if at all', () => {
    const placed = given(place());
    placed.when(hold({ holdType: 'whim' })).refused('hold_type_unknown', '/holdType');
    placed.when(hold({ holdType: 'old_check' })).refused('hold_type_unknown', '/holdType');
    placed.when(onLine('7')).refused('reference_unknown', '/on/id');
    placed.when(hold({ on: { kind: 'invoice', id: 'A-1' } })).refused('reference_unknown', '/on/id');
    placed.when(hold({ on: { kind: 'payment', id: 'constructor' } })).refused('reference_unknown', '/on/id');
    placed.when(hold({ releaseAt: NOON })).refused('hold_over_already', '/releaseAt');
    placed.when(hold({ releaseAt: '2300-01-01T00:00:00.000Z' })).refused('date_out_of_range', '/releaseAt');
  });

  it('may stand on a document of the account’s own, and be about that alone', () => {
    const added = given(place(), { type: 'add_document', documentType: 'warranty', custom: { serial: 'AB-1' } });
    added.when(hold({ on: { kind: 'custom', id: '2' } })).refused('reference_unknown', '/on/id');
    const { history } = added.when(hold({ on: { kind: 'custom', id: '1' } })).then('hold_placed');
    expect(orderOf(history).head.holds).toMatchObject([{ on: { kind: 'custom', id: '1' } }]);
  });

  it('is released once', () => {
    const released = given(place(), hold(), release());
    released.when(release()).refused('hold_not_found');
    given(place(), hold()).when(release('2')).refused('hold_not_found', '/holdId');
  });

  it('may be released by those alone whom it names', () => {
    const order = orderOf(given(place(), hold({ holdType: 'fraud_review' })));
    const by = (...may: string[]): Context => ({
      at: later,
      actor: { kind: 'staff', id: 'user:ana', may: new Set(may) },
      reason: 'test',
    });
    const command = { type: 'release_hold', holdId: '1' } as const;
    expect(decideHoldRelease(order, command, by('orders.edit'))).toMatchObject({ refused: 'release_not_permitted' });
    expect(decideHoldRelease(order, command, by('orders.edit', 'role:fraud-team'))).toHaveProperty('events');
    expect(decideHoldRelease(order, command, by('*'))).toHaveProperty('events');
  });

  it('never blocks notes, tags, assignees, tracking, refusing to cancel, hiding or forgetting', () => {
    const held = given(place(), approve, startHandling, { type: 'send_package' }, hold({ blocks: ['all'] }));
    held.when({ type: 'add_note', text: 'asked the bank' }).then('note_added');
    held.when({ type: 'change_tags', add: ['fraud'] }).then('tags_changed');
    held.when({ type: 'assign', assignee: 'user:ana' }).then('order_assigned');
    held.when({ type: 'track_package', packageId: '1', delivered: true }).then('package_tracked');
    held.when({ type: 'update_package', packageId: '1', carrier: 'Post' }).then('package_updated');
    held.when({ type: 'delete_order' }).then('order_deleted');
    held.when({ type: 'forget_person' }).then('person_forgotten');
    held.when(hold()).then('hold_placed');
    given(place(), approve, { type: 'request_cancellation' }, hold({ blocks: ['all'] }))
      .when({ type: 'deny_cancellation' })
      .then('cancellation_denied');
  });

  it('is forgotten in its words and stands in its effect', () => {
    const { history } = given(
      place(),
      approve,
      startHandling,
      hold({ reason: 'lives with Ana' }),
      hold(),
      release('2'),
    ).when({
      type: 'forget_person',
    });
    expect(JSON.stringify(orderOf(history).head.holds)).not.toMatch(/Ana|looked/);
    history.when(send()).refused('on_hold');
  });

  it('shows the last released ones, and counts on', () => {
    let history = given(place());
    for (let n = 1; n <= MAX_OPEN_HOLDS; n += 1) history = history.when(hold()).history;
    history.when(hold()).refused('too_many');
    for (let n = 1; n <= MAX_OPEN_HOLDS; n += 1) history = history.when(release(String(n))).history;
    history = given(
      place(),
      ...Array.from({ length: KEPT_RELEASED_HOLDS + 2 }, (_, n) => [hold(), release(String(n + 1))]).flat(),
    );
    expect(orderOf(history).head.holds.map(({ id }) => id)).toHaveLength(KEPT_RELEASED_HOLDS);
    expect(orderOf(history).head.holds[0]?.id).toBe('3');
    expect(orderOf(history.when(hold()).history).head.holds.at(-1)?.id).toBe(String(KEPT_RELEASED_HOLDS + 3));
  });
});

describe('what a hold can block', () => {
  it('is every command that moves an order, its goods or its money, and no other', () => {
    const never = OUTSIDE_COMMANDS.filter((command) => !HELD_COMMANDS.includes(command));
    expect(never).toEqual([
      'complete_placement', 'deny_cancellation', 'update_package', 'track_package', 'plan_shipment',
      'split_shipment', 'move_items', 'change_shipment', 'cancel_shipment', 'pack_package', 'move_packed_items', 'unpack_package',
      'return_to_sender', 'mark_delivered',
      'track_return',
      'request_return', 'authorise_return', 'decline_return', 'withdraw_return', 'receive_return', 'inspect_return', 'close_return',
      'book_payment', 'settle_capture', 'settle_void', 'settle_refund', 'fail_capture', 'fail_void', 'fail_refund',
      'abandon_capture', 'abandon_void', 'abandon_refund',
      'add_document', 'change_document', 'cancel_document', 'set_custom_fields', 'mark_document', 'add_note', 'add_log_entry',
      'change_tags', 'assign', 'place_hold', 'release_hold', 'delete_order', 'restore_order',
    ]); // prettier-ignore
  });

  const asked: Readonly<Record<string, { before: readonly Command[]; command: Command }>> = {
    approve_payment: { before: [place()], command: approve },
    notify_payment: { before: [place()], command: { type: 'notify_payment', paymentId: '1' } },
    deny_payment: { before: [place()], command: { type: 'deny_payment', paymentId: '1' } },
    accept_order: { before: [place({ workflow: 'marketplace' })], command: { type: 'accept_order' } },
    authorise_fulfilment: { before: [place({ workflow: 'fulfillment' })], command: { type: 'authorise_fulfilment' } },
    start_handling: { before: [place(), approve], command: startHandling },
    issue_invoice: { before: [place(), approve, startHandling], command: invoice({ package: {} }) },
    send_package: { before: [place(), approve, startHandling], command: { type: 'send_package' } },
    collect_package: {
      before: [place(), approve, startHandling, { type: 'send_package' }],
      command: { type: 'collect_package', packageId: '1', collectedBy: 'Ana' },
    },
    issue_return_invoice: {
      before: [place(), approve, startHandling, invoice()],
      command: { type: 'issue_return_invoice', number: 'R-1', value: 100 },
    },
    refund: { before: [place(), approve, startHandling, invoice()], command: { type: 'refund' } },
    request_cancellation: { before: [place(), approve], command: { type: 'request_cancellation' } },
    confirm_cancellation: {
      before: [place(), approve, { type: 'request_cancellation' }],
      command: { type: 'confirm_cancellation' },
    },
    close_short: {
      before: [place(), approve, startHandling, invoice({ value: 100 })],
      command: { type: 'close_short' },
    },
    set_status: { before: [place({ workflow: 'free' })], command: { type: 'set_status', status: 'Processing' } },
  };
  /** Where a command does by the way what another group is about. */
  const byTheWay: typeof asked = {
    'handling: issue_invoice': { before: [place(), approve], command: invoice() },
    'handling: send_package': {
      before: [place({ workflow: 'simple' })],
      command: { type: 'send_package', force: true },
    },
  };

  it.each(
    Object.entries(HOLD_GROUPS).flatMap(([group, commands]) =>
      commands.flatMap((command) => {
        const how = byTheWay[`${group}: ${command}`] ?? asked[command];
        return how === undefined ? [] : [[group, command, how] as const];
      }),
    ),
  )('%s: %s', (group, command, { before, command: asking }) => {
    // an approval of a payment that is captured later takes nothing yet
    const taken = group === 'refund' || (group === 'capture' && command === 'approve_payment');
    const payments = taken ? 'on_approval' : 'on_invoice';
    const [placed, ...rest] = before;
    const first = { ...placed, payments: [{ method: 'card', amount: 12_500, capture: payments }] } as Command;
    const actor = command === 'authorise_fulfilment' ? 'marketplace' : 'staff';
    const history = given(first, ...rest);
    history
      .when(hold({ blocks: [group as 'payment'] }))
      .history.when(asking, actor)
      .refused('on_hold');
    history
      .when(hold({ blocks: ['all'] }))
      .history.when(asking, actor)
      .refused('on_hold');
    expect(isRefusal(history.when(asking, actor).answer)).toBe(false);
  });

  it('as capture is what takes money: not an approval that only authorises, nor an invoice with nothing to take', () => {
    const later = given(place(), hold({ blocks: ['capture'] }));
    later.when(approve).then('payment_approved');
    later.when({ type: 'notify_payment', paymentId: '1' }).refused('on_hold');
    const paid = given(
      place(),
      { type: 'notify_payment', paymentId: '1' },
      startHandling,
      hold({ blocks: ['capture'] }),
    );
    paid.when(invoice()).then('invoice_issued');
    expect(allowed(later, 'approve_payment')).toMatchObject({ allowed: true });
  });

  it('as refund is what gives money back: not the end of a sale of which nothing was taken', () => {
    const cancel: Command = { type: 'request_cancellation' };
    const paid = (workflow: string, capture: 'on_approval' | 'on_invoice'): History =>
      given(place({ workflow, payments: [{ method: 'card', amount: 12_500, capture }] }), approve, refundHeld);
    const refundHeld = hold({ blocks: ['refund'] });
    const label: Command = { type: 'set_status', status: 'Cancelled' };
    paid('complete', 'on_approval').when(cancel).refused('on_hold');
    paid('complete', 'on_invoice').when(cancel).then('cancellation_requested');
    given(place(), refundHeld).when(cancel).then('cancellation_requested', 'order_cancelled');
    paid('free', 'on_approval').when(label).refused('on_hold');
    given(place({ workflow: 'free' }), refundHeld)
      .when(label)
      .then('status_set', 'order_cancelled');
    const short = given(place(), approve, startHandling, invoice({ value: 100 }), refundHeld);
    short.when({ type: 'close_short' }).refused('on_hold');
    expect(allowed(short, 'close_short')).toMatchObject({ allowed: false, refused: 'on_hold' });
  });

  it('as handling is what begins it: an invoice and a parcel too, until somebody has begun', () => {
    const handlingHeld = hold({ blocks: ['handling'] });
    given(place(), approve, handlingHeld).when(invoice()).refused('on_hold');
    given(place(), approve, startHandling, handlingHeld).when(invoice()).then('invoice_issued');
    const counter = given(place({ workflow: 'simple' }), handlingHeld);
    counter.when({ type: 'send_package', force: true }).refused('on_hold');
    counter.when(release()).history.when({ type: 'send_package', force: true }).then('package_sent');
    given(place({ workflow: 'simple' }), startHandling, handlingHeld)
      .when(send())
      .then('package_sent');
  });

  it('is asked of labels too: what stands against the meaning stands against the label', () => {
    const free = (blocks: PlaceHold['blocks'] & object): History =>
      given(place({ workflow: 'free' }), hold({ blocks }));
    const label = (status: string): Command => ({ type: 'set_status', status });
    free(['shipping']).when(label('Completed')).refused('on_hold');
    free(['cancellation']).when(label('Cancelled')).refused('on_hold');
    free(['cancellation']).when(label('Processing')).then('status_set');
    free(['status']).when(label('Processing')).refused('on_hold');
  });
});

describe('a hold on a line', () => {
  const handled = () => given(place(), approve, startHandling, onLine('2'));

  it('blocks what names the line, and lets the others go', () => {
    handled().when(send('2')).refused('on_hold');
    handled().when(send('1', '2')).refused('on_hold');
    handled().when(send('1')).then('package_sent');
    expect(detailsOf(handled().when(send('2')))).toMatchObject({ on: ['line 2'] });
  });

  it('blocks what names nothing and would include it, as long as pieces of it are left', () => {
    handled().when(send()).refused('on_hold');
    given(place(), approve, startHandling, send('2'), onLine('2')).when(send()).then('package_sent');
    const invoicing = given(place(), approve, startHandling, onLine('2', { blocks: ['invoicing'] }));
    invoicing.when(invoice()).refused('on_hold');
    invoicing.when(invoice({ value: 100 })).refused('on_hold');
    invoicing.when(invoice({ value: 100, items: [{ lineId: '1', quantity: 1 }] })).then('invoice_issued');
    // it completes the order, so all that is left counts as invoiced
    invoicing.when(invoice({ items: [{ lineId: '1', quantity: 1 }] })).refused('on_hold');
  });

  it('blocks an invoice that is for more than the pieces it names', () => {
    const mugs = [{ lineId: '1', quantity: 2 }];
    const extra = place({ adjustments: [{ id: 'a', kind: 'fee', name: 'Wrapping', amount: 300 }], total: 12_800 });
    const { money } = orderOf(given(extra)).lines[0] as Order['lines'][number];
    for (const group of ['invoicing', 'capture'] as const) {
      const payments = [{ method: 'card', amount: 12_800, capture: 'on_invoice' as const }];
      const held = given({ ...extra, payments }, approve, startHandling, onLine('2', { blocks: [group] }));
      held.when(invoice({ value: money.payable + 301, items: mugs })).refused('on_hold');
      held.when(invoice({ value: money.payable + 300, items: mugs })).then('invoice_issued');
      held.when(invoice({ value: 100, items: [{ lineId: '1', quantity: 3 }] })).refused('quantity_exceeds_ordered');
      // what belongs to no line is there once
      const one = [{ lineId: '1', quantity: 1 }];
      const half = Math.ceil(money.payable / 2);
      const first = held.when(invoice({ value: half + 300, items: one })).history;
      first.when(invoice({ number: 'A-2', value: half + 1, items: one })).refused('on_hold');
      first.when(invoice({ number: 'A-2', value: half, items: one })).then('invoice_issued');
    }
  });

  it('blocks closing short as long as something of it would be given up', () => {
    const cup = invoice({ value: 4_000, items: [{ lineId: '2', quantity: 1 }] });
    const cancellationHeld = onLine('2', { blocks: ['cancellation'] });
    const short: Command = { type: 'close_short' };
    // where invoices decide, what was invoiced is not given up, sent or not
    given(place(), approve, startHandling, cup, cancellationHeld).when(short).then('order_closed_short');
    const open = given(place(), approve, startHandling, invoice({ value: 100 }), cancellationHeld);
    open.when(short).refused('on_hold');
    const sent = given(place(), approve, startHandling, invoice({ value: 100 }), send('2'), cancellationHeld);
    sent.when(short).refused('order_shipped');
  });

  it('finds the line behind a SKU', () => {
    const twice = place({
      lines: [
        { sku: 'MUG', quantity: 1 },
        { sku: 'MUG', quantity: 2 },
      ],
    });
    const held = given(twice, approve, startHandling, onLine('1'));
    held.when({ type: 'send_package', items: [{ sku: 'MUG', quantity: 1 }] }).refused('on_hold');
    given(twice, approve, startHandling, onLine('2'))
      .when({ type: 'send_package', items: [{ sku: 'MUG', quantity: 1 }] })
      .then('package_sent');
  });

  it('blocks what is about the whole order', () => {
    given(place(), approve, onLine('2', { blocks: ['handling'] }))
      .when(startHandling)
      .refused('on_hold');
    given(place(), approve, onLine('2', { blocks: ['cancellation'] }))
      .when({ type: 'request_cancellation' })
      .refused('on_hold');
  });

  it('leaves the button where another line may go, and takes it where none is left', () => {
    expect(allowed(handled(), 'send_package')).toMatchObject({ allowed: true });
    const both = given(place(), approve, startHandling, onLine('2'), onLine('1'));
    expect(allowed(both, 'send_package')).toMatchObject({ allowed: false, refused: 'on_hold' });
  });
});

describe('a hold on a document', () => {
  const split = place({
    payments: [
      { method: 'card', amount: 12_000 },
      { method: 'voucher', amount: 500 },
    ],
  });

  it('lets pass what names another one of its kind in its place', () => {
    const held = given(split, hold({ on: { kind: 'payment', id: '1' }, blocks: ['payment', 'handling'] }));
    held.when(approve).refused('on_hold');
    held.when({ type: 'approve_payment', paymentId: '2' }).then('payment_approved');
    expect(allowed(held, 'approve_payment')).toMatchObject({ allowed: true });
    const rest = held.when({ type: 'approve_payment', paymentId: '2' }).history;
    expect(allowed(rest, 'approve_payment')).toMatchObject({ allowed: false, refused: 'on_hold' });
  });

  it('blocks what names none', () => {
    const paid = given(split, approve, { type: 'approve_payment', paymentId: '2' });
    paid
      .when(hold({ on: { kind: 'payment', id: '1' }, blocks: ['handling'] }))
      .history.when(startHandling)
      .refused('on_hold');
  });

  it('stands against a parcel under its invoice, and under none', () => {
    const invoiced = given(
      place(),
      approve,
      startHandling,
      invoice({ value: 4_000, items: [{ sku: 'MUG', quantity: 1 }] }),
      invoice({ number: 'A-2', value: 4_000, items: [{ sku: 'CUP', quantity: 1 }] }),
      hold({ on: { kind: 'invoice', id: 'A-1' } }),
    );
    invoiced.when(send()).refused('on_hold');
    invoiced.when({ type: 'send_package', invoiceNumber: 'A-1' }).refused('on_hold');
    invoiced.when({ type: 'send_package', invoiceNumber: 'A-2' }).then('package_sent');
  });
});
