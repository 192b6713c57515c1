import { describe, expect, it } from 'vitest';
import { tablesFor } from '../workflow/built-in.js';
import { MADE_TO_ORDER } from '../workflow/made-to-order.test-support.js';
import type { Command } from './commands.js';
import type { ImportOrder } from './placing-commands.js';
import { allowedNow } from './allowed.js';
import { evolve, redact } from './evolve.js';
import { given, invoice } from './given.test-support.js';
import type { Order } from './order.js';
import { paymentState, shippingState } from './states.js';
import { standingAt, statusesOf } from './standing.js';
import { statusFacts, shopperStage } from './status-facts.js';
import { orionStatusOf, virtoStatusOf, vtexStatusOf } from './status.js';

const LONG_AGO = '2017-05-04T10:00:00.000Z';

/** Two mugs at 40.00 and 5.00 shipping, paid, invoiced, sent and received long ago: 85.00. */
const old = (changes: Partial<ImportOrder> = {}): ImportOrder => ({
  type: 'import_order',
  externalIds: { shop: 'S-1' },
  number: 'W-1001',
  createdAt: LONG_AGO,
  workflow: 'complete',
  status: 'invoiced',
  currency: 'EUR',
  buyer: { email: 'ana@example.test' },
  lines: [{ sku: 'MUG', quantity: 2 }],
  deliveries: [{ type: 'delivery', price: 500, address: { country: 'PT' } }],
  payments: [
    { method: 'card', amount: 8500, answer: 'approved', captured: 8500, answeredAt: '2017-05-04T10:05:00.000Z' },
  ],
  invoices: [{ number: 'A-1', value: 8500, issuedAt: '2017-05-05T08:00:00.000Z' }],
  packages: [
    {
      dispatchedAt: '2017-05-05T09:00:00.000Z',
      deliveredAt: '2017-05-08T12:00:00.000Z',
      events: [{ at: '2017-05-06T12:00:00.000Z', description: 'Left Porto', city: 'Porto' }],
    },
  ],
  ...changes,
});

const imported = (changes: Partial<ImportOrder> = {}): Order => given(old(changes)).order!;

describe('an imported order', () => {
  it('is one event, with its own number and dates, that claims nothing and tells nobody', () => {
    const { history, answer } = given().when(old()).then('order_imported').status('invoiced');
    expect(answer).toMatchObject({ claims: [], signals: [] });
    expect(history.log[0]?.data.moves).toBeUndefined();
    expect(history.order?.head).toMatchObject({
      number: 'W-1001',
      createdAt: LONG_AGO,
      authorisedAt: '2017-05-04T10:05:00.000Z',
      invoicedAt: '2017-05-05T08:00:00.000Z',
      deliveredAt: '2017-05-08T12:00:00.000Z',
      complete: true,
      ledger: { sold: -8000, shipping: -500, captured: 8500 },
    });
    expect(history.order?.lines[0]).toMatchObject({ invoiced: 2, shipped: 2, stock: null });
  });

  it('shows its money, its goods and its stage as one that lived here', () => {
    const order = imported();
    const facts = statusFacts(order);
    expect({
      payment: paymentState(order),
      shipping: shippingState(order),
      stage: shopperStage(order),
      vtex: vtexStatusOf(order.head.instances, facts),
      orion: orionStatusOf(order.head.instances, facts),
      virto: virtoStatusOf(order.head.instances, facts),
    }).toEqual({
      payment: 'paid',
      shipping: 'delivered',
      stage: 'received',
      vtex: 'invoiced',
      orion: 'delivered',
      virto: 'Completed',
    });
  });

  it('is worked on from its step like any other', () => {
    const handling = old({ status: 'handling', invoices: [], packages: [] });
    given(handling)
      .when(invoice({ value: 8500 }))
      .then('invoice_issued')
      .status('invoiced');
    given(old())
      .when({ type: 'issue_return_invoice', number: 'R-1', value: 4000, items: [{ sku: 'MUG', quantity: 1 }] })
      .then('return_invoice_issued');
    expect(
      allowedNow(imported(), 'staff')
        .filter(({ allowed }) => allowed)
        .map(({ command }) => command),
    ).toEqual(expect.arrayContaining(['issue_return_invoice', 'refund', 'add_note']));
  });

  it('is no second order: what is there is not imported again', () => {
    given(old()).when(old()).refused('order_exists');
  });

  it('keeps returns and what they gave back', () => {
    const order = imported({
      returnInvoices: [
        {
          number: 'R-1',
          value: 4000,
          items: [{ sku: 'MUG', quantity: 1 }],
          issuedAt: '2017-06-01T00:00:00.000Z',
          refund: 4000,
        },
      ],
    });
    expect(order.lines[0]?.returned).toBe(1);
    expect(order.head.ledger).toEqual({ sold: -8000, shipping: -500, captured: 8500, credited: 4000, refunded: -4000 });
    expect(paymentState(order)).toBe('partly_refunded');
  });

  it('that was cancelled owes nothing; what was paid and kept is owed to the buyer', () => {
    const cancelled = {
      status: 'canceled',
      invoices: [],
      packages: [],
      cancellation: { by: 'buyer', reason: 'late' },
    } as const;
    expect(imported(cancelled).head).toMatchObject({
      cancellation: { at: LONG_AGO, by: 'buyer', reason: 'late' },
      ledger: { receivable: -8500, cancelled: 8500 },
    });
    expect(imported(cancelled).lines[0]?.cancelled).toBe(2);
    const paidBack = [{ method: 'card', amount: 8500, answer: 'approved', captured: 8500, refunded: 8500 }] as const;
    expect(imported({ ...cancelled, payments: paidBack }).head.ledger.receivable).toBeUndefined();
    given(old(cancelled)).when({ type: 'refund' }).then('order_refunded');
  });

  it('books what does not add up in the source apart', () => {
    const paidMore = [{ method: 'card', amount: 9000, answer: 'approved', captured: 9000 }] as const;
    expect(imported({ payments: paidMore }).head.ledger).toMatchObject({ receivable: -500 });
    expect(imported({ payments: paidMore, due: 0 }).head.ledger).toEqual({
      sold: -8000, shipping: -500, captured: 9000, imported_difference: -500,
    }); // prettier-ignore
    expect(imported({ total: 8600 }).head.ledger).toMatchObject({ receivable: 100, imported_difference: -100 });
  });

  it('without its key folds to what redaction leaves', () => {
    const { log, order } = given(old({ note: 'ring twice', custom: { a: 1 } }));
    const [event] = log;
    expect(evolve(null, { ...event!, personal: null })).toEqual(redact(order!));
  });
});

describe('an import is refused', () => {
  const REFUSED: readonly [string, Partial<ImportOrder>, Parameters<ReturnType<ReturnType<typeof given>['when']>['refused']>][] = [
    ['in a status that its workflow does not have', { status: 'shipped' }, ['status_unknown', '/status']],
    ['in a step that nobody rests in', { status: 'invoice' }, ['status_unknown', '/status']],
    ['with a question open', { status: 'waiting-for-seller-decision' }, ['status_unknown', '/status']],
    ['of a workflow that is not there', { workflow: 'chain' }, ['workflow_unknown', '/workflow']],
    ['of a channel that never was', { channel: 'moon' }, ['channel_unknown', '/channel']],
    ['of a store that never was', { store: 'moon' }, ['store_unknown', '/store']],
    ['with a date of another century', { createdAt: '0017-05-04T10:00:00.000Z' }, ['date_out_of_range', '/createdAt']],
    ['with a cancellation that its status denies', { cancellation: {} }, ['not_in_this_step', '/cancellation']],
    ['with more taken than was promised', { payments: [{ method: 'card', amount: 1, captured: 2 }] }, ['amount_exceeds_payment', '/payments/0/captured']],
    ['with more given back than was taken', { payments: [{ method: 'card', amount: 1, refunded: 1 }] }, ['refund_exceeds_captured', '/payments/0/refunded']],
    ['with invoices above the sale', { invoices: [{ number: 'A', value: 9000, issuedAt: LONG_AGO }] }, ['invoice_exceeds_order', '/invoices/0/value']],
    ['with an invoice twice', { invoices: [{ number: 'A', value: 1, issuedAt: LONG_AGO }, { number: 'A', value: 1, issuedAt: LONG_AGO }] }, ['invoice_exists', '/invoices/1/number']],
    ['with a parcel of more pieces than were sold', { packages: [{ items: [{ sku: 'MUG', quantity: 3 }] }] }, ['quantity_exceeds_ordered', '/packages/0/items/0/quantity']],
    ['with a parcel twice', { packages: [{ packageId: 'p' }, { packageId: 'p' }] }, ['package_exists', '/packages/1/packageId']],
    ['with a return above the sale', { returnInvoices: [{ number: 'R', value: 9000, issuedAt: LONG_AGO }] }, ['return_exceeds_invoices', '/returnInvoices/0/value']],
    ['with a refund above what was taken', { returnInvoices: [{ number: 'R', value: 8500, refund: 8501, issuedAt: LONG_AGO }] }, ['refund_exceeds_captured', '/returnInvoices/0/refund']],
    ['with pieces back that never left', { returnInvoices: [{ number: 'R', value: 1, items: [{ sku: 'MUG', quantity: 3 }], issuedAt: LONG_AGO }] }, ['quantity_exceeds_invoiced', '/returnInvoices/0/items/0/quantity']],
    ['owing back more than was taken', { due: -8501 }, ['amount_invalid', '/due']],
  ]; // prettier-ignore

  it.each(REFUSED)('%s', (_, changes, [code, pointer]) => {
    given().when(old(changes)).refused(code, pointer);
  });

  it('to whom may not import', () => {
    given().when(old(), 'shopper').refused('not_this_actor');
  });
});

describe('a status', () => {
  it('stands for the steps that a walk reaches first', () => {
    const complete = tablesFor('complete', [])!;
    const steps = (status: string) => standingAt(complete, status, LONG_AGO)?.map(({ step }) => step);
    expect(steps('payment-pending')).toEqual(['payment-pending', 'waiting-ffmt-authorization']);
    expect(steps('handling')).toEqual(['payment-approved', 'handling']);
    expect(steps('invoiced')).toEqual(['invoiced', 'invoiced']);
    expect(steps('canceled')).toEqual(['canceled', 'canceled']);
    expect(statusesOf(tablesFor('simple', [])!)).toEqual(
      expect.arrayContaining(['pending', 'processing', 'shipped', 'delivered', 'cancelled', 'refunded']),
    );
  });

  it.each(['complete', 'marketplace', 'fulfillment', 'simple', 'free', 'made-to-order'])(
    'of %s, whichever it is, can be imported',
    (workflow) => {
      const tables = tablesFor(workflow, [MADE_TO_ORDER]);
      for (const status of statusesOf(tables!)) {
        const command: Command = old({ workflow, status, payments: [], invoices: [], packages: [] });
        given().when(command).then('order_imported').status(status);
      }
    },
  );
});
