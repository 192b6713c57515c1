import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedCaller } from '../src/adapters/http/guarded-call.js';
import { createStripeProvider } from '../src/adapters/payment/stripe.js';
import { paymentWorkHandler, type WorkPayload } from '../src/payments/payment-work.js';
import { openPaymentWork, type PaymentWorkOfTests } from './payment-work.js';
import { startStripeServer } from './setup/stripe-server.js';
import { acceptedOrder, asked, openWritePath, placement, rowsOf, type WritePath } from './write-path.js';

/** What a provider hears of payments that ended before anybody paid, and what comes of money that arrives all the same. */

let path: WritePath;
let work: PaymentWorkOfTests;
beforeAll(async () => {
  path = await openWritePath();
  work = await openPaymentWork(path);
  await work.configure('play', {});
  await work.configure('once', { behaviours: ['approve_at_once'] });
  await work.configure('cash', { adapter: 'manual' });
});
afterAll(async () => {
  await work.end();
  await path.close();
});
beforeEach(() => {
  path.clock.now = '2026-03-02T10:00:00.000Z';
  work.line.losesNext = 0;
  work.line.asked.length = 0;
});

const later = (seconds: number): void => {
  path.clock.now = new Date(Date.parse(path.clock.now) + seconds * 1_000).toISOString();
};
const payment = async (orderId: string) => {
  const found = (await work.order(orderId)).documents.payment['p1'];
  if (found === undefined) throw new Error('no payment');
  return found;
};
const ask = async (orderId: string, command: Parameters<typeof asked>[0]) =>
  acceptedOrder(await path.execute(asked(command, { orderId })));
const atGateway = async (orderId: string) => {
  const about = { account: 'acme', provider: 'play', operation: 'lookup', orderId, paymentId: 'p1' } as const;
  const opening = await work.providers.open(about);
  if (opening.state !== 'open') throw new Error(opening.state);
  const found = await opening.provider.lookup({ outerId: (await payment(orderId)).transactionId, key: '' });
  if (found.state !== 'found') throw new Error(found.state);
  const { state, authorised, captured, voided, refunded } = found.standing;
  return { state, authorised, captured, voided, refunded };
};
const settled = async (): Promise<void> => {
  await work.deliver();
  while ((await work.apply()) > 0);
  await work.work();
};
/** With a page that the buyer has open. */
async function onThePage(
  capture: 'on_approval' | 'on_invoice',
  provider = 'play',
): Promise<{ orderId: string; pay: () => Promise<void> }> {
  const orderId = await work.place(provider, { capture });
  await work.work();
  const { link } = await payment(orderId);
  const body = new URLSearchParams({ choice: 'pay' });
  return { orderId, pay: async () => void (await fetch(link ?? '', { method: 'POST', body, redirect: 'manual' })) };
}

const ENDS = [
  ['order', { type: 'request_cancellation' }],
  ['payment', { type: 'cancel_payment', paymentId: 'p1' }],
  ['payment by a denial', { type: 'deny_payment', paymentId: 'p1' }],
] as const;

describe.each(ENDS)('a buyer who has the page open while somebody ends the %s', (_what, end) => {
  it('has all of the money back where paying took it', async () => {
    const { orderId, pay } = await onThePage('on_approval');
    await ask(orderId, end);
    await pay();
    await work.waitForEvents(orderId, 1);
    await settled();
    expect(await atGateway(orderId)).toMatchObject({ captured: 2500, refunded: 2500 });
    const order = await work.order(orderId);
    expect(order.documents.payment['p1']).toMatchObject({ captured: 2500, refunded: 2500, refunding: 0, voiding: 0 });
    expect(order.head.ledger).toMatchObject({ captured: 2500, refunded: -2500 });
    expect(Object.values(order.documents.refund)).toMatchObject([{ state: 'settled', amount: 2500, credited: 0 }]);
    expect(Object.keys(order.documents.void)).toEqual([]);
    expect(await work.failures(orderId)).toEqual([]);
  });

  it('is released where paying only held it', async () => {
    const { orderId, pay } = await onThePage('on_invoice');
    await ask(orderId, end);
    await pay();
    await work.waitForEvents(orderId, 1);
    await settled();
    expect(await atGateway(orderId)).toMatchObject({ authorised: 2500, voided: 2500, captured: 0 });
    expect(await payment(orderId)).toMatchObject({ authorised: 2500, voided: 2500, voiding: 0 });
    expect(await work.failures(orderId)).toEqual([]);
  });

  it('cannot pay any more once the provider has heard of it', async () => {
    const { orderId, pay } = await onThePage('on_approval');
    await ask(orderId, end);
    await work.work();
    expect(work.line.asked).toContain('POST /v1/payments/:id/close');
    await pay();
    expect(await atGateway(orderId)).toEqual({ state: 'denied', authorised: 0, captured: 0, voided: 0, refunded: 0 });
    const version = (await work.order(orderId)).head.version;
    await work.waitForEvents(orderId, 1);
    await settled();
    expect((await work.order(orderId)).head.version).toBe(version);
    expect(await work.failures(orderId)).toEqual([]);
  });

  it('has it back although no event ever came: who tells the provider looks first', async () => {
    const { orderId, pay } = await onThePage('on_approval');
    await ask(orderId, end);
    await pay();
    await work.work();
    expect(await atGateway(orderId)).toMatchObject({ captured: 2500, refunded: 2500 });
    await settled();
    expect(await payment(orderId)).toMatchObject({ captured: 2500, refunded: 2500 });
  });
});

describe('a provider that does not answer when it is told of the end', () => {
  it('is told again, and finds that nothing is left to do', async () => {
    const { orderId } = await onThePage('on_approval');
    await ask(orderId, { type: 'cancel_payment', paymentId: 'p1' });
    work.line.losesNext = 1;
    await work.work();
    expect(await work.failures(orderId)).toMatchObject([{ failed: false }]);
    later(11);
    await work.work();
    expect(await work.failures(orderId)).toEqual([]);
    expect(await atGateway(orderId)).toMatchObject({ state: 'denied' });
  });
});

describe('a payment that ended before its page was opened', () => {
  it('opens none', async () => {
    const orderId = await work.place('play');
    await ask(orderId, { type: 'cancel_payment', paymentId: 'p1' });
    await work.work();
    expect(work.line.asked.filter((call) => call.startsWith('POST'))).toEqual([]);
    expect(await work.failures(orderId)).toEqual([]);
  });
});

describe('a payment that was denied or cancelled', () => {
  /** Cancelled, and paid by another payment. */
  async function paidOtherwise(provider: string): Promise<string> {
    const first = { id: 'p1', method: 'card', amount: 2500, provider };
    const second = { id: 'p2', method: 'card', amount: 2500, provider: 'once', capture: 'by_hand' } as const;
    const command = placement({ workflow: 'simple', payments: [first, second] });
    const orderId = acceptedOrder(await path.execute(asked(command))).head.orderId;
    await work.work();
    await ask(orderId, { type: 'cancel_payment', paymentId: 'p1' });
    await work.work();
    await ask(orderId, { type: 'capture_payment', paymentId: 'p2' });
    await ask(orderId, { type: 'start_handling' });
    await work.work();
    return orderId;
  }
  const said = async (orderId: string) =>
    (await work.providers.log.page('acme', { orderId, paymentId: 'p1', before: null, limit: 100 })).length;
  const remove = (provider: string) => rowsOf(path, 'delete from payment_providers where provider = $1', [provider]);

  it('is told to its provider once, and costs no look with every later move of another one', async () => {
    const orderId = await paidOtherwise('play');
    const before = await said(orderId);
    expect(before).toBeGreaterThan(0);
    await ask(orderId, { type: 'refund', amount: 500, paymentId: 'p2' });
    await work.work();
    expect(await said(orderId)).toBe(before);
    expect((await work.order(orderId)).documents.payment['p2']).toMatchObject({ refunded: 500 });
  });

  it('fails no task once its provider was removed: there is nobody to tell', async () => {
    await work.configure('old', {});
    const orderId = await work.place('old');
    await work.work();
    await remove('old');
    await ask(orderId, { type: 'cancel_payment', paymentId: 'p1' });
    await work.work();
    expect(await work.failures(orderId)).toEqual([]);
  });

  it('fails a task while money of it is to move: without its provider nobody can', async () => {
    await work.configure('lost', {});
    const { orderId, pay } = await onThePage('on_approval', 'lost');
    await ask(orderId, { type: 'cancel_payment', paymentId: 'p1' });
    await pay();
    await work.waitForEvents(orderId, 1);
    await work.deliver();
    while ((await work.apply()) > 0);
    await remove('lost');
    await work.work();
    expect(await work.failures(orderId)).toMatchObject([{ last_error: expect.stringContaining('lost') as unknown }]);
  });
});

describe('a debit of a bank account that is under way when its payment ends', () => {
  it.each([
    ['on the page', null],
    ['by a token', 'pm_sepa_debit'],
  ])('%s is no page left open: it is looked at again later, and goes back once it came in', async (_how, token) => {
    const server = await startStripeServer();
    const provider = createStripeProvider(server, {
      caller: createGuardedCaller({ privateToo: true }),
      keep: () => Promise.resolve(),
      stopwatch: () => performance.now(),
    });
    const again: (readonly [number, number])[] = [];
    const handle = paymentWorkHandler({
      load: (_account, id) => work.order(id),
      execute: path.execute,
      open: () => Promise.resolve({ state: 'open', provider }),
      eventsUrl: () => '',
      returnUrl: () => 'http://shop.test',
      lookAgain: (_account, { looks }, seconds) => Promise.resolve(void again.push([looks, seconds])),
    });
    const orderId = await work.place('cash', { capture: 'on_approval', ...(token === null ? {} : { token }) });
    const run = (looks: number) => {
      const payload: WorkPayload = { orderId, paymentId: 'p1', looks };
      return handle({ account: 'acme', kind: 'payment_work', key: `${orderId}/p1`, payload, attempts: 1 });
    };
    await run(0);
    const outerId = (await payment(orderId)).transactionId ?? '';
    if (token === null) server.payByDebit(outerId);
    await ask(orderId, { type: 'cancel_payment', paymentId: 'p1' });
    again.length = 0;
    await run(0);
    await run(1);
    expect(again).toEqual([
      [1, 60],
      [2, 120],
    ]);
    await expect(run(30)).rejects.toThrow('three weeks');
    server.debit(outerId);
    await run(2);
    expect(await payment(orderId)).toMatchObject({ captured: 2500, refunded: 2500, refunding: 0 });
    expect(again).toHaveLength(2);
    await server.close();
  });
});
