import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPaymentWork, type PaymentWorkOfTests } from './payment-work.js';
import { acceptedOrder, asked, openWritePath, type WritePath } from './write-path.js';

/** What happens between an order and the provider that moves its money, on real HTTP and a real PostgreSQL. */

let path: WritePath;
let work: PaymentWorkOfTests;
beforeAll(async () => {
  path = await openWritePath();
  work = await openPaymentWork(path);
  await work.configure('play', {});
  await work.configure('once', { behaviours: ['approve_at_once'] });
  await work.configure('slow', { behaviours: ['approve_at_once', 'answer_late'] });
  await work.configure('cards', { adapter: 'store_credit' });
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
/** What the gateway says was taken and given back. */
const atGateway = async (orderId: string, provider = 'play') => {
  const about = { account: 'acme', provider, operation: 'lookup', orderId, paymentId: 'p1' } as const;
  const opening = await work.providers.open(about);
  if (opening.state !== 'open') throw new Error(opening.state);
  const found = await opening.provider.lookup({ outerId: (await payment(orderId)).transactionId, key: '' });
  if (found.state !== 'found') throw new Error(found.state);
  const { authorised, captured, voided, refunded } = found.standing;
  return { authorised, captured, voided, refunded };
};
const events = async (orderId: string) =>
  (await work.providers.inbox.page('acme', { orderId, before: null, limit: 100 })).map(({ state, problem }) => ({
    state,
    problem,
  }));
const applyAll = async (): Promise<void> => {
  while ((await work.apply()) > 0);
};
/** Paid by the buyer on the page, and told by the gateway. */
async function paid(behaviours: readonly string[] = []): Promise<string> {
  const orderId = await work.place('play');
  await work.work();
  await work.pays(orderId, 'pay', behaviours);
  await work.waitForEvents(orderId, 1);
  await work.deliver();
  await applyAll();
  return orderId;
}

describe('an order that is paid by a provider', () => {
  it('gets a page to pay on, is approved when the buyer pays there, and captured, voided and refunded as it goes on', async () => {
    const orderId = await work.place('play');
    await work.work();
    const begun = await payment(orderId);
    expect(begun.link).toMatch(/^http:.*\/pay\//);
    expect(begun).toMatchObject({ answer: 'pending', transactionId: expect.stringMatching(/^sbx_/) as string });
    await work.pays(orderId);
    await work.waitForEvents(orderId, 1);
    await work.deliver();
    await applyAll();
    expect(await payment(orderId)).toMatchObject({ answer: 'approved', authorised: 2500, captured: 0, link: null });
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1', amount: 2000, final: true });
    expect(await payment(orderId)).toMatchObject({ captured: 0, capturing: 2000, voiding: 500 });
    await work.work();
    expect(await payment(orderId)).toMatchObject({ captured: 2000, voided: 500, capturing: 0, voiding: 0 });
    await ask(orderId, { type: 'refund', amount: 300 });
    await work.work();
    expect(await payment(orderId)).toMatchObject({ refunded: 300, refunding: 0 });
    expect(await atGateway(orderId)).toEqual({ authorised: 2500, captured: 2000, voided: 500, refunded: 300 });
    expect(await work.failures(orderId)).toEqual([]);
  });

  it('is denied when the buyer declines', async () => {
    const orderId = await work.place('play');
    await work.work();
    await work.pays(orderId, 'decline');
    await work.waitForEvents(orderId, 1);
    await work.deliver();
    await applyAll();
    expect(await payment(orderId)).toMatchObject({ answer: 'denied' });
  });

  it('hears of it although no event ever came: somebody looks', async () => {
    const orderId = await work.place('play');
    await work.work();
    await work.pays(orderId, 'pay', ['no_events']);
    later(61);
    await work.work();
    expect(await payment(orderId)).toMatchObject({ answer: 'approved' });
  });

  it('gives back what a buyer paid after it was cancelled', async () => {
    const orderId = await work.place('play');
    await work.work();
    const { link } = await payment(orderId);
    await ask(orderId, { type: 'request_cancellation' });
    expect((await work.order(orderId)).head.cancellation).not.toBeNull();
    await fetch(link ?? '', { method: 'POST', body: new URLSearchParams({ choice: 'pay' }), redirect: 'manual' });
    await work.waitForEvents(orderId, 1);
    await work.deliver();
    await applyAll();
    await work.work();
    expect(await atGateway(orderId)).toMatchObject({ authorised: 2500, voided: 2500 });
  });

  it('waits for nobody where a person says what became of the money', async () => {
    const orderId = await work.place('cash');
    await work.work();
    expect(await work.failures(orderId)).toEqual([]);
    await ask(orderId, { type: 'approve_payment', paymentId: 'p1' });
    expect(await payment(orderId)).toMatchObject({ answer: 'approved' });
  });
});

describe('an answer that is lost', () => {
  it.each(['capture_payment', 'void_payment', 'refund'] as const)(
    'to %s moves money once: what stands is looked up before anybody asks again (known pains 2.5, 2.6)',
    async (command) => {
      const orderId = await work.place('once');
      await work.work();
      if (command === 'refund') {
        await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
        await work.work();
      }
      const money = { amount: 700 };
      await ask(
        orderId,
        command === 'refund' ? { type: command, ...money } : { type: command, paymentId: 'p1', ...money },
      );
      work.line.losesNext = 1;
      await work.work();
      expect(await work.failures(orderId)).toMatchObject([{ failed: false, last_error: expect.stringContaining('did not answer') as string }]); // prettier-ignore
      later(11);
      await work.work();
      const field = command === 'refund' ? 'refunded' : command === 'capture_payment' ? 'captured' : 'voided';
      expect(await payment(orderId)).toMatchObject({ [field]: 700 });
      expect(await atGateway(orderId, 'once')).toMatchObject({ [field]: 700 });
      expect(await work.failures(orderId)).toEqual([]);
    },
  );

  it('to a beginning leaves one payment at the gateway, and the order knows it', async () => {
    const orderId = await work.place('once');
    work.line.losesNext = 1;
    await work.work();
    expect(await payment(orderId)).toMatchObject({ answer: 'pending', transactionId: null });
    later(11);
    await work.work();
    expect(await payment(orderId)).toMatchObject({ answer: 'approved', authorised: 2500 });
  });

  it('every time ends in a failed task that a person sees and can restart', async () => {
    const orderId = await work.place('once');
    await work.work();
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
    await work.configure('once', { behaviours: ['approve_at_once'], url: 'http://127.0.0.1:9' });
    for (let tries = 0; tries < 12; tries += 1) {
      await work.work();
      later(10_000);
    }
    expect(await work.failures(orderId)).toMatchObject([{ failed: true, last_error: expect.stringContaining('connection_failed') as string }]); // prettier-ignore
    expect(await payment(orderId)).toMatchObject({ capturing: 2500, captured: 0 });
    await work.configure('once', { behaviours: ['approve_at_once'] });
    await path.database.owner.query(`delete from tasks where kind = 'payment_work'`);
  });
});

describe('two at once', () => {
  it('ask for one capture: money moves once', async () => {
    const orderId = await work.place('once');
    await work.work();
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1', amount: 900 });
    await work.follow();
    await Promise.all([work.drain(), work.drain(), work.drain()]);
    expect(await atGateway(orderId, 'once')).toMatchObject({ captured: 900 });
    expect(await payment(orderId)).toMatchObject({ captured: 900, capturing: 0 });
  });

  it('move two captures of one amount that were asked for as two', async () => {
    const orderId = await work.place('once');
    await work.work();
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1', amount: 900 });
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1', amount: 900 });
    await work.work();
    expect(await atGateway(orderId, 'once')).toMatchObject({ captured: 1800 });
  });

  it('move a second refund of the same amount (known pains 2.12, 2.42)', async () => {
    const orderId = await work.place('once');
    await work.work();
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
    await work.work();
    for (let refunds = 0; refunds < 2; refunds += 1) {
      await ask(orderId, { type: 'refund', amount: 500 });
      await work.work();
    }
    expect(await atGateway(orderId, 'once')).toMatchObject({ refunded: 1000 });
    expect(await payment(orderId)).toMatchObject({ refunded: 1000 });
  });

  it('say the same of a capture, the answer and an event: it is booked once (known pains 2.5)', async () => {
    const orderId = await paid();
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
    await work.follow();
    await work.drain();
    await work.waitForEvents(orderId, 1);
    await work.deliver('twice');
    await Promise.all([work.apply(), work.drain(), work.apply()]);
    await work.apply();
    expect(await payment(orderId)).toMatchObject({ captured: 2500, capturing: 0 });
    const { capture } = (await work.order(orderId)).documents;
    expect(Object.values(capture)).toHaveLength(1);
  });

  it('an event that comes before our own answer was written does no harm', async () => {
    const orderId = await paid();
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
    await work.follow();
    // The gateway did it and told of it; our worker ended before it wrote the answer down.
    work.line.losesNext = 1;
    await work.drain();
    await work.waitForEvents(orderId, 1);
    await work.deliver();
    await applyAll();
    expect(await payment(orderId)).toMatchObject({ captured: 2500 });
    later(11);
    await work.work();
    expect(await atGateway(orderId)).toMatchObject({ captured: 2500 });
    expect(await work.failures(orderId)).toEqual([]);
  });
});

describe('events of providers', () => {
  it('may come backwards and twice: what stands is what counts (known pains 2.5)', async () => {
    const orderId = await work.place('play');
    await work.work();
    await work.pays(orderId);
    await work.waitForEvents(orderId, 1);
    later(61);
    await work.work();
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1', amount: 1000 });
    await work.work();
    await work.waitForEvents(orderId, 2);
    await work.deliver('backwards');
    await applyAll();
    expect(await payment(orderId)).toMatchObject({ answer: 'approved', captured: 1000 });
    expect((await events(orderId)).map(({ state }) => state)).toEqual(['ignored', 'ignored']);
  });

  it('settle what was answered with "later"', async () => {
    const orderId = await work.place('slow');
    await work.work();
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
    await work.work();
    expect(await payment(orderId)).toMatchObject({ capturing: 2500, captured: 0 });
    await work.waitForEvents(orderId, 2);
    await work.deliver();
    await applyAll();
    expect(await payment(orderId)).toMatchObject({ capturing: 0, captured: 2500 });
  });

  it('that say a buyer paid for what no order knows are an alarm, and can be tried again (known pains 2.5)', async () => {
    const told = { id: 'evt_lost', type: 'payment.approved', outerId: 'sbx_lost', orderId: 'lost', paymentId: '1' };
    await work.providers.inbox.receive('acme', 'play', [{ ...told, paid: true }], path.clock.now);
    await work.apply();
    const alarms = () => work.providers.inbox.page('acme', { alarms: true, before: null, limit: 10 });
    expect(await alarms()).toMatchObject([{ eventId: 'evt_lost', problem: 'no_order', state: 'received', tries: 1 }]);
    for (let tries = 0; tries < 12; tries += 1) {
      later(100_000);
      await work.apply();
    }
    expect(await alarms()).toMatchObject([{ state: 'failed', tries: 10, nextAt: null }]);
    const [lost] = await alarms();
    expect(await work.providers.inbox.retry('acme', lost?.id ?? '', path.clock.now)).toBe(true);
    expect(await work.apply()).toBe(1);
  });

  it('of one provider say nothing of what another one holds', async () => {
    const orderId = await paid();
    const told = { id: 'evt_other', type: 'payment.denied', outerId: null, orderId, paymentId: 'p1', paid: false };
    await work.providers.inbox.receive('acme', 'once', [told], path.clock.now);
    await applyAll();
    expect(await events(orderId)).toContainEqual({ state: 'received', problem: 'no_order' });
    expect(await payment(orderId)).toMatchObject({ answer: 'approved' });
  });

  it('of money that somebody moved elsewhere are a conflict that a person judges', async () => {
    const orderId = await paid();
    const about = { account: 'acme', provider: 'play', operation: 'capture', orderId, paymentId: 'p1' } as const;
    const opening = await work.providers.open(about);
    if (opening.state !== 'open') throw new Error('not open');
    const outerId = (await payment(orderId)).transactionId ?? '';
    await opening.provider.capture({ key: 'by hand', orderId, paymentId: 'p1', amount: 100, currency: 'EUR', outerId });
    await work.waitForEvents(orderId, 1);
    await work.deliver();
    await applyAll();
    expect(await events(orderId)).toContainEqual({ state: 'received', problem: 'conflict' });
    expect(await payment(orderId)).toMatchObject({ captured: 0 });
  });
});

describe('a capture that the provider declines', () => {
  it('fails at once, is asked for again under a new key when a person says so, and moves money once (virto T8)', async () => {
    const orderId = await paid(['decline_capture']);
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
    await work.work();
    const capture = () => work.order(orderId).then(({ documents }) => documents.capture['1']);
    expect(await capture()).toMatchObject({ state: 'failed', failure: 'The issuer declined.', attempts: 1 });
    expect(await work.failures(orderId)).toEqual([]);
    await ask(orderId, { type: 'retry_capture', captureId: '1' });
    await work.work();
    expect(await capture()).toMatchObject({ state: 'failed', attempts: 2 });
    expect(Object.keys((await work.order(orderId)).documents.capture)).toEqual(['1']);
  });
});

describe('store credit', () => {
  it('pays, captures and gives back like any other provider, in our own books', async () => {
    const { credits } = work.credits;
    const edit = { account: 'acme', actor: 'test', at: path.clock.now };
    await credits.put(edit, 'gc', {
      kind: 'gift_card',
      currency: 'EUR',
      customerId: null,
      active: true,
      expiresAt: null,
    });
    await credits.adjust(edit, 'gc', { key: 'sold', amount: 5000, reason: 'sold' });
    const orderId = await work.place('cards', { token: 'gc' });
    await work.work();
    expect(await payment(orderId)).toMatchObject({ answer: 'approved', authorised: 2500 });
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
    await work.work();
    await ask(orderId, { type: 'refund', amount: 500 });
    await ask(orderId, { type: 'refund', amount: 500 });
    await work.work();
    expect(await payment(orderId)).toMatchObject({ captured: 2500, refunded: 1000 });
    expect(await credits.find('acme', 'gc')).toMatchObject({ balance: 3500, held: 0 });
  });

  it('that does not cover it denies the payment', async () => {
    const orderId = await work.place('cards', { token: 'nobody' });
    await work.work();
    expect(await payment(orderId)).toMatchObject({ answer: 'denied' });
  });
});
