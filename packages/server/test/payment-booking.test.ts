import type { MoneyKind } from '@docket/core/order/money-document';
import type { BeginRequest } from '@docket/core/payment-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedCaller } from '../src/adapters/http/guarded-call.js';
import { createStripeProvider } from '../src/adapters/payment/stripe.js';
import { agree } from '../src/payments/agree.js';
import { openPaymentWork, type PaymentWorkOfTests } from './payment-work.js';
import { startStripeServer, type StripeServer } from './setup/stripe-server.js';
import { acceptedOrder, asked, openWritePath, refusalOf, type WritePath } from './write-path.js';

/** Money that somebody moved in the screens of a provider, and how orders take it down: no money moves for it. */

let path: WritePath;
let work: PaymentWorkOfTests;
beforeAll(async () => {
  path = await openWritePath();
  work = await openPaymentWork(path);
  await work.configure('once', { behaviours: ['approve_at_once'] });
  await work.configure('cash', { adapter: 'manual' });
  await work.configure('gone', { behaviours: ['approve_at_once'] });
});
afterAll(async () => {
  await work.end();
  await path.close();
});
beforeEach(() => {
  path.clock.now = '2026-03-02T10:00:00.000Z';
  path.says.standing = work.providers.standing;
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
const BOOK = { type: 'book_payment', paymentId: 'p1' } as const;
const opened = async (orderId: string) => {
  const about = { account: 'acme', provider: 'once', operation: 'lookup', orderId, paymentId: 'p1' } as const;
  const opening = await work.providers.open(about);
  if (opening.state !== 'open') throw new Error(opening.state);
  return opening.provider;
};
/** Somebody in the screens of the gateway. */
async function byHand(orderId: string, kind: MoneyKind, amount: number): Promise<void> {
  const outerId = (await payment(orderId)).transactionId ?? '';
  const provider = await opened(orderId);
  const moved = await provider[kind]({
    key: `by hand ${kind}`,
    orderId,
    paymentId: 'p1',
    amount,
    currency: 'EUR',
    outerId,
  });
  expect(moved.state).toBe('settled');
}
const atGateway = async (orderId: string) => {
  const found = await (await opened(orderId)).lookup({ outerId: (await payment(orderId)).transactionId, key: '' });
  if (found.state !== 'found') throw new Error(found.state);
  const { captured, voided, refunded } = found.standing;
  return { captured, voided, refunded };
};
const approved = async (): Promise<string> => {
  const orderId = await work.place('once');
  await work.work();
  return orderId;
};
const events = async (orderId: string) =>
  (await work.providers.inbox.page('acme', { orderId, before: null, limit: 100 })).map(({ problem }) => problem);
const applyAll = async (): Promise<void> => {
  await work.deliver();
  while ((await work.apply()) > 0);
};
const written = () => work.line.asked.filter((call) => call.startsWith('POST'));

describe('money that was moved in the screens of a provider', () => {
  it.each([
    ['capture', 'captured'],
    ['void', 'voided'],
    ['refund', 'refunded'],
  ] as const)('is a conflict, is booked by one command, and nothing is moved for it: %s', async (kind, figure) => {
    const orderId = await approved();
    if (kind === 'refund') {
      await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
      await work.work();
    }
    await byHand(orderId, kind, 600);
    await work.waitForEvents(orderId, kind === 'refund' ? 3 : 2);
    await applyAll();
    expect(await events(orderId)).toContain('conflict');
    work.line.asked.length = 0;
    await ask(orderId, BOOK);
    await work.work();
    expect(written()).toEqual([]);
    expect(await payment(orderId)).toMatchObject({ [figure]: 600 });
    expect(Object.values((await work.order(orderId)).documents[kind])).toMatchObject([
      { amount: 600, state: 'settled', elsewhere: true, outerId: expect.stringMatching(/^op_/) as unknown },
    ]);
    later(100);
    await applyAll();
    expect(await events(orderId)).not.toContain('conflict');
  });

  it('does not stand in the way of what is asked for afterwards', async () => {
    const orderId = await approved();
    await byHand(orderId, 'capture', 1_000);
    await ask(orderId, BOOK);
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1', amount: 500 });
    await work.work();
    await ask(orderId, { type: 'refund', amount: 300 });
    await work.work();
    expect(await atGateway(orderId)).toMatchObject({ captured: 1_500, refunded: 300 });
    expect(await payment(orderId)).toMatchObject({ captured: 1_500, refunded: 300, capturing: 0, refunding: 0 });
    expect(await work.failures(orderId)).toEqual([]);
  });

  it('is not paid a second time by who asks for the same refund here', async () => {
    const orderId = await approved();
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
    await work.work();
    await byHand(orderId, 'refund', 1_000);
    await ask(orderId, { type: 'refund', amount: 1_000 });
    await work.work();
    expect(await atGateway(orderId)).toMatchObject({ refunded: 1_000 });
    expect(await work.failures(orderId)).toMatchObject([{ failed: true }]);
    await ask(orderId, BOOK);
    await work.work();
    expect(await atGateway(orderId)).toMatchObject({ refunded: 1_000 });
    expect(await payment(orderId)).toMatchObject({ refunded: 1_000, refunding: 0 });
    expect(await work.failures(orderId)).toEqual([]);
  });

  it('of an order that was cancelled goes back by itself', async () => {
    const orderId = await approved();
    await byHand(orderId, 'capture', 2_500);
    await ask(orderId, { type: 'request_cancellation' });
    if ((await work.order(orderId)).head.cancellation === null) await ask(orderId, { type: 'confirm_cancellation' });
    await work.work();
    await work.waitForEvents(orderId, 2);
    await applyAll();
    await work.work();
    expect(await atGateway(orderId)).toMatchObject({ captured: 2_500, refunded: 2_500 });
    expect(await payment(orderId)).toMatchObject({ captured: 2_500, refunded: 2_500 });
  });

  it('can be looked at before it is booked', async () => {
    const orderId = await approved();
    await byHand(orderId, 'capture', 400);
    work.line.asked.length = 0;
    const owner = { account: 'acme', credential: 'test' };
    const shown = await path.previews.make(owner, asked(BOOK, { orderId }));
    if (!('token' in shown)) throw new Error('refused');
    expect(shown.order.documents.payment['p1']).toMatchObject({ captured: 400 });
    expect(work.line.asked).not.toEqual([]);
    expect(written()).toEqual([]);
    expect(await payment(orderId)).toMatchObject({ captured: 0 });
    acceptedOrder(await path.previews.commit(owner, shown.token, () => undefined));
    expect(await payment(orderId)).toMatchObject({ captured: 400 });
  });
});

describe('a booking', () => {
  const refused = async (orderId: string) => refusalOf(await path.execute(asked(BOOK, { orderId })));

  it('is refused where nothing is to be booked, nobody can be asked, or nobody answers', async () => {
    expect(await refused(await approved())).toBe('nothing_to_book');
    const cash = await work.place('cash');
    await ask(cash, { type: 'approve_payment', paymentId: 'p1' });
    expect(await refused(cash)).toBe('provider_knows_nothing');
    const silent = await work.place('gone');
    await work.work();
    await work.configure('gone', { behaviours: ['approve_at_once'], url: 'http://127.0.0.1:9' });
    expect(await refused(silent)).toBe('provider_unreachable');
  });
});

describe('the provider of a payment', () => {
  it('is asked by no booking and no preview of one that is refused anyway', async () => {
    const waiting = await work.place('cash');
    const approvedOne = await approved();
    let looks = 0;
    path.says.standing = () => {
      looks += 1;
      return Promise.resolve(undefined);
    };
    const shopper = { kind: 'shopper', id: 'shopper:ana' } as const;
    const refusedAnyway = [
      asked(BOOK, { orderId: waiting }),
      asked({ ...BOOK, paymentId: 'p7' }, { orderId: approvedOne }),
      { ...asked(BOOK, { orderId: approvedOne }), actor: shopper },
    ];
    for (const envelope of refusedAnyway) {
      refusalOf(await path.execute(envelope));
      expect(await path.previews.make({ account: 'acme', credential: 'test' }, envelope)).toHaveProperty('refusal');
    }
    expect(looks).toBe(0);
    await path.execute(asked(BOOK, { orderId: approvedOne }));
    expect(looks).toBe(1);
  });
});

describe('what was done in the screens of Stripe', () => {
  const client = {
    caller: createGuardedCaller({ privateToo: true }),
    keep: () => Promise.resolve(),
    stopwatch: () => performance.now(),
  };
  let stripe: StripeServer | undefined;
  const provider = (server: StripeServer) => createStripeProvider(server, client);
  /** A payment of 25.00 that the buyer approved on its page, and the order that knows it. */
  async function paidThere(server: StripeServer): Promise<{ orderId: string; intent: string }> {
    const orderId = await work.place('cash', { capture: 'on_invoice' });
    const begin: BeginRequest = {
      ...{ key: `acme/${orderId}/p1`, orderId, paymentId: 'p1', orderNumber: orderId, amount: 2500, currency: 'EUR' },
      ...{
        capture: 'on_invoice',
        token: 'pm_card_visa',
        customerId: null,
        returnUrl: 'http://shop.test',
        eventsUrl: '',
      },
    };
    const begun = await provider(server).begin(begin);
    if (begun.state !== 'approved') throw new Error(begun.state);
    await ask(orderId, { type: 'begin_payment', paymentId: 'p1', outerId: begun.outerId });
    await ask(orderId, { type: 'approve_payment', paymentId: 'p1' });
    path.says.standing = async () => {
      const found = await provider(server).lookup({ outerId: begun.outerId, key: begin.key });
      return found.state === 'found' ? found.standing : undefined;
    };
    return { orderId, intent: begun.outerId };
  }
  const onScreen = async ({ at, secretKey }: StripeServer, what: string, form: Record<string, string>) => {
    const answer = await fetch(`${at.protocol}://${at.host}:${at.port}/v1/${what}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form),
    });
    expect(answer.status).toBe(200);
  };
  beforeEach(async () => {
    stripe = await startStripeServer({ multicapture: false });
    return () => stripe?.close();
  });

  it('is booked with what Stripe released by itself: a capture of a part, and a refund', async () => {
    if (stripe === undefined) throw new Error('no server');
    const { orderId, intent } = await paidThere(stripe);
    await onScreen(stripe, `payment_intents/${intent}/capture`, { amount_to_capture: '1800' });
    await onScreen(stripe, 'refunds', { payment_intent: intent, amount: '300' });
    await ask(orderId, BOOK);
    expect(await payment(orderId)).toMatchObject({ captured: 1_800, voided: 700, refunded: 300 });
    const { documents } = await work.order(orderId);
    expect(documents.refund['1']).toMatchObject({ elsewhere: true, outerId: expect.stringMatching(/^re_/) as unknown });
    expect(refusalOf(await path.execute(asked(BOOK, { orderId })))).toBe('nothing_to_book');
  });

  it('is booked by itself where Stripe released it behind the one capture of a card', async () => {
    if (stripe === undefined) throw new Error('no server');
    const { orderId, intent } = await paidThere(stripe);
    const captured = {
      key: `acme/${orderId}/p1/capture-1`,
      orderId,
      paymentId: 'p1',
      amount: 1_000,
      currency: 'EUR',
    } as const;
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1', amount: 1_000 });
    expect(await provider(stripe).capture({ ...captured, outerId: intent })).toMatchObject({ state: 'settled' });
    const load = (_account: string, id: string) => work.order(id);
    const about = { account: 'acme', orderId, paymentId: 'p1', provider: 'cash', reason: 'a test' };
    const agreed = await agree({ load, execute: path.execute }, provider(stripe), about);
    expect(agreed.conflict).toBeNull();
    expect(await payment(orderId)).toMatchObject({ captured: 1_000, voided: 1_500 });
    await ask(orderId, { type: 'refund', amount: 400 });
    const again = await agree({ load, execute: path.execute }, provider(stripe), about);
    expect(again).toMatchObject({ changed: false, conflict: null });
  });

  it('is told as what Stripe gives up wholly or not at all, where the answer to its beginning was lost', async () => {
    if (stripe === undefined) throw new Error('no server');
    const orderId = await work.place('cash', { capture: 'on_invoice' });
    await provider(stripe).begin({
      ...{ key: `acme/${orderId}/p1`, orderId, paymentId: 'p1', orderNumber: orderId, amount: 2500, currency: 'EUR' },
      ...{
        capture: 'on_invoice',
        token: 'pm_card_visa',
        customerId: null,
        returnUrl: 'http://shop.test',
        eventsUrl: '',
      },
    });
    const load = (_account: string, id: string) => work.order(id);
    const about = { account: 'acme', orderId, paymentId: 'p1', provider: 'cash', reason: 'a test' };
    await agree({ load, execute: path.execute }, provider(stripe), about);
    expect(await payment(orderId)).toMatchObject({ answer: 'approved', whole: ['void'] });
  });

  it('is given up with the last capture, which the card took alone', async () => {
    if (stripe === undefined) throw new Error('no server');
    const { orderId, intent } = await paidThere(stripe);
    const asks = { orderId, paymentId: 'p1', currency: 'EUR', outerId: intent } as const;
    await provider(stripe).capture({ ...asks, key: `acme/${orderId}/p1/capture-1`, amount: 1_000 });
    const rest = await provider(stripe).void({ ...asks, key: `acme/${orderId}/p1/void-1`, amount: 1_500 });
    expect(rest).toMatchObject({ state: 'settled' });
  });

  it('is booked as given up where somebody cancelled the payment', async () => {
    if (stripe === undefined) throw new Error('no server');
    const { orderId, intent } = await paidThere(stripe);
    await onScreen(stripe, `payment_intents/${intent}/cancel`, {});
    await ask(orderId, BOOK);
    expect(await payment(orderId)).toMatchObject({ captured: 0, voided: 2_500 });
  });
});
