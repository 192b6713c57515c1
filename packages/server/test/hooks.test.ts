import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedPoster } from '../src/adapters/http/guarded-post.js';
import { forgetSubject } from '../src/forgetting/forget-subject.js';
import { type FeedWork, openFeedWork } from './feed-work.js';
import { type HookReceiver, startHookReceiver } from './setup/hook-receiver.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

let path: WritePath;
let work: FeedWork;
let receiver: HookReceiver;

beforeAll(async () => {
  path = await openWritePath();
  work = openFeedWork(path, createGuardedPoster({ privateToo: true }));
  receiver = await startHookReceiver();
});
afterAll(async () => {
  await receiver.close();
  await work.end();
  await path.close();
});
beforeEach(async () => {
  path.clock.now = '2026-03-02T10:00:00.000Z';
  receiver.got.length = 0;
  await work.feeds.remove('acme', 'h');
});

const every = { type: 'status', statuses: [], document: 'docket' } as const;
const later = (seconds: number): void => {
  path.clock.now = new Date(Date.parse(path.clock.now) + seconds * 1_000).toISOString();
};
const hook = (end = '', more: object = {}) => ({
  hook: { url: `${receiver.url}${end}`, headers: {}, secret: null, ...more },
});
const paid = async (): Promise<string> => {
  const { orderId } = acceptedOrder(await path.execute(asked(placement()))).head;
  acceptedOrder(await path.execute(asked({ type: 'approve_payment', paymentId: 'p1' }, { orderId })));
  await work.follow();
  return orderId;
};
const state = async () => (await work.feeds.find('acme', 'h'))?.state;
const deliveries = () => work.deliveries.page('acme', 'h', { after: [0, 0], limit: 1_000 });

describe('a hook', () => {
  it('delivers each item of an order once and in order, over several orders at once', async () => {
    await work.add('h', every, hook());
    const orders = [await paid(), await paid()];
    await Promise.all([work.deliver(), work.deliver()]);
    await work.deliver();
    const items = await work.items.page('acme', 'h', { after: 0, limit: 100, openOnly: false });
    for (const orderId of orders) {
      const told = receiver.got.map(({ body }) => JSON.parse(body) as { OrderId: string; State: string });
      expect(told.filter((each) => each.OrderId === orderId).map(({ State }) => State)).toEqual(
        items.filter((item) => item.orderId === orderId).map((item) => item.state),
      );
    }
    expect(await state()).toMatchObject({ open: 0 });
    expect((await deliveries())[0]).toMatchObject({
      status: 200,
      error: null,
      answer: 'ok',
      request: receiver.got[0]?.body,
    });
  });

  it.each([
    ['/500', { status: 500, error: 'status', answer: 'not today' }],
    ['/redirect', { status: 302, error: 'status' }],
    ['/slow', { status: null, error: 'timeout' }],
  ])(
    'whose receiver answers as %s is tried again later, and keeps what it got',
    { timeout: 30_000 },
    async (end, kept) => {
      await work.add('h', every, hook(end));
      await paid();
      expect(await work.deliver()).toBe(1);
      expect(await work.deliver()).toBe(0);
      expect(await deliveries()).toMatchObject([{ attempt: 1, ...kept }]);
      expect(receiver.got.map((got) => got.path)).toEqual([end]);
      await work.feeds.change('acme', 'h', {
        name: 'h',
        filter: every,
        hiddenSeconds: 0,
        retentionSeconds: 345_600,
        ...hook(),
      });
      later(61);
      await work.deliver();
      expect(await state()).toMatchObject({ open: 0 });
    },
  );

  it(
    'to which nothing comes through is paused after a hundred tries, with everything in it, until a person resumes it',
    { timeout: 60_000 },
    async () => {
      await work.add('h', every, hook('/500'));
      await paid();
      const { open = 0 } = (await state()) ?? {};
      for (let tries = 0; tries < 100; tries += 1) {
        await work.deliver();
        later(5_000);
      }
      expect(await state()).toMatchObject({ open, reason: 'item 1 did not come through in 100 tries' });
      expect((await state())?.pausedAt).not.toBeNull();
      const tried = receiver.got.length;
      await work.deliver();
      expect(receiver.got).toHaveLength(tried);
      await work.feeds.change('acme', 'h', {
        name: 'h',
        filter: every,
        hiddenSeconds: 0,
        retentionSeconds: 345_600,
        ...hook(),
      });
      await work.feeds.resume('acme', 'h');
      await work.deliver();
      expect(await state()).toMatchObject({ open: 0, pausedAt: null });
    },
  );

  it('signs what it delivers when it has a secret', async () => {
    await work.add('h', every, hook('', { secret: `whsec_${Buffer.alloc(24, 7).toString('base64')}` }));
    await paid();
    await work.deliver();
    expect(receiver.got[0]?.headers).toMatchObject({
      'webhook-id': 'h.1',
      'webhook-timestamp': String(Date.parse(path.clock.now) / 1_000),
      'webhook-signature': expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/) as string,
    });
  });

  it('keeps no answer about the order of a person who was forgotten', async () => {
    await work.add('h', every, hook());
    await paid();
    await work.deliver();
    const subject = path.log.keys.subjectOf('acme', '', null, 'ana@example.org');
    const actor = { kind: 'staff', id: 'staff:dpo' } as const;
    await forgetSubject(path, { account: 'acme', subject, at: path.clock.now, actor, reason: 'request 7' });
    expect((await deliveries()).map(({ answer }) => answer)).toEqual((await deliveries()).map(() => null));
  });
});

describe('without leave to call private networks', () => {
  const poster = createGuardedPoster({ privateToo: false });
  const post = (url: string) => poster.post({ url, headers: {}, body: '{}', millis: 1_000 });

  it.each([
    ['https://127.0.0.1:1/', 'address_private'],
    ['https://[::1]:1/', 'address_private'],
    ['https://169.254.169.254/latest', 'address_private'],
    ['https://0x7f000001/', 'address_private'],
    ['https://localhost:1/', 'address_private'],
    ['http://example.com/', 'url_invalid'],
    ['https://user:password@example.com/', 'url_invalid'],
    ['nothing', 'url_invalid'],
  ])('%s is not called: %s', async (url, reason) => {
    expect(await post(url)).toEqual({ answered: false, reason });
  });
});
