import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPaymentWork, type PaymentWorkOfTests } from './payment-work.js';
import { acceptedOrder, asked, openWritePath, type WritePath } from './write-path.js';

/** What a provider hears of payments that ended before anybody paid, and what comes of money that arrives all the same. */

let path: WritePath;
let work: PaymentWorkOfTests;
beforeAll(async () => {
  path = await openWritePath();
  work = await openPaymentWork(path);
  await work.configure('play', {});
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
): Promise<{ orderId: string; pay: () => Promise<void> }> {
  const orderId = await work.place('play', { capture });
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
