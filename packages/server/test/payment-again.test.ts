import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withAccounts } from '../src/database/pool.js';
import { createFollowerPool } from '../src/database/follower.js';
import { startHousekeeping } from '../src/followers/housekeeping.js';
import { restartTask } from '../src/followers/failed-tasks.js';
import { forgetSubject } from '../src/forgetting/forget-subject.js';
import { agree } from '../src/payments/agree.js';
import { openPaymentWork, type PaymentWorkOfTests } from './payment-work.js';
import { acceptedOrder, asked, openWritePath, rowsOf, type WritePath } from './write-path.js';

/** What is done about payments a second time: after a restart, after a person was forgotten, after a year. */

let path: WritePath;
let work: PaymentWorkOfTests;
beforeAll(async () => {
  path = await openWritePath();
  work = await openPaymentWork(path);
  await work.configure('play', {});
  await work.configure('once', { behaviours: ['approve_at_once'] });
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
const ask = async (orderId: string, command: Parameters<typeof asked>[0]) =>
  acceptedOrder(await path.execute(asked(command, { orderId })));
const payment = async (orderId: string) => {
  const found = (await work.order(orderId)).documents.payment['p1'];
  if (found === undefined) throw new Error('no payment');
  return found;
};
const forget = async (orderId: string) => {
  const [row] = await rowsOf<{ subject: string }>(path, 'select subject from subject_keys where stream_id = $1', [
    orderId,
  ]);
  const actor = { kind: 'staff', id: 'staff:ana' } as const;
  await forgetSubject(path, { account: 'acme', subject: row?.subject ?? '', at: path.clock.now, actor, reason: 'r' });
};
/** Captured, and a refund of it whose answer was lost. */
async function refundWithoutAnswer(): Promise<string> {
  const orderId = await work.place('once');
  await work.work();
  await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
  await work.work();
  await ask(orderId, { type: 'refund', amount: 700 });
  work.line.losesNext = 1;
  await work.work();
  work.line.asked.length = 0;
  return orderId;
}
const written = () => work.line.asked.filter((call) => call.startsWith('POST'));

describe('money that a provider was asked for', () => {
  it('for the first time is asked for without a look', async () => {
    const orderId = await work.place('once');
    await work.work();
    await ask(orderId, { type: 'capture_payment', paymentId: 'p1' });
    work.line.asked.length = 0;
    await work.work();
    expect(work.line.asked).toHaveLength(1);
    expect(written()).toHaveLength(1);
  });

  it('and whose task is restarted after days is looked up, and not asked for again', async () => {
    const orderId = await refundWithoutAnswer();
    later(3 * 86_400);
    const task = { account: 'acme', kind: 'payment_work', key: `${orderId}/p1` };
    await rowsOf(path, 'update tasks set failed_at = $2 where key = $1', [task.key, path.clock.now]);
    const now = path.clock.now;
    expect(await withAccounts(path.database.serving, ['acme'], (client) => restartTask(client, task, now))).toBe(true);
    await work.work();
    expect(written()).toEqual([]);
    expect(await payment(orderId)).toMatchObject({ refunded: 700, refunding: 0 });
  });

  it('and whose task is set anew by another refund is looked up first: the other one alone is asked for', async () => {
    const orderId = await refundWithoutAnswer();
    await ask(orderId, { type: 'refund', amount: 300 });
    await work.work();
    expect(work.line.asked[0]).toMatch(/^GET/);
    expect(written()).toHaveLength(1);
    expect(await payment(orderId)).toMatchObject({ refunded: 1000, refunding: 0 });
  });
});

describe('what a provider says', () => {
  it('that no command brings the order to ends in a failure, and not in rounds without end', async () => {
    const orderId = await work.place('play');
    await work.work();
    await work.pays(orderId);
    const opening = await work.providers.open({
      ...{ account: 'acme', provider: 'play', operation: 'lookup', orderId, paymentId: 'p1' },
    });
    if (opening.state !== 'open') throw new Error(opening.state);
    const order = await work.order(orderId);
    let asks = 0;
    const deaf = {
      load: () => Promise.resolve(order),
      execute: () => {
        asks += 1;
        return Promise.resolve({ accepted: true as const, order, events: [], replayed: false } as never);
      },
    };
    const about = { account: 'acme', orderId, paymentId: 'p1', provider: 'play', reason: 'a test' };
    await expect(agree(deaf, opening.provider, about)).rejects.toThrow('does not come to rest');
    expect(asks).toBe(1);
  });

  it('of the page of a buyer who was forgotten adds nothing to the order, however often it is looked up', async () => {
    const orderId = await work.place('play');
    await work.work();
    await forget(orderId);
    const { version } = (await work.order(orderId)).head;
    for (let looks = 0; looks < 3; looks += 1) {
      later(3_600);
      await work.work();
    }
    expect((await work.order(orderId)).head.version).toBe(version);
    expect(await work.failures(orderId)).toEqual([]);
  });
});

describe('the gateway log', () => {
  const about = { account: 'acme', provider: 'play', operation: 'lookup', paymentId: 'p1' } as const;
  const said = { method: 'GET', url: 'http://gateway.test/x', millis: 3, status: 200, error: null };
  const keep = (orderId: string) =>
    work.providers.log.keep({ ...about, orderId }, { ...said, request: '', answer: 'Ana Lima' }, []);
  const last = async (orderId: string) =>
    (await work.providers.log.page('acme', { orderId, before: null, limit: 1 }))[0]?.answer;

  it('keeps what was said, and of a person who was forgotten nothing', async () => {
    const orderId = await work.place('play');
    await keep(orderId);
    expect(await last(orderId)).toBe('Ana Lima');
    await forget(orderId);
    expect(await last(orderId)).toBeNull();
    later(1);
    await keep(orderId);
    expect(await last(orderId)).toBeNull();
  });

  it('keeps nothing of a call that was under way while its person was forgotten', async () => {
    const orderId = await work.place('play');
    const client = await path.database.owner.connect();
    await client.query('begin');
    await client.query(
      `with seen as materialized (select set_config('docket.accounts', 'acme', true))
       update subject_keys set wrapped_key = null, forgotten_at = now() from seen where stream_id = $1`,
      [orderId],
    );
    const kept = keep(orderId);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await client.query('commit');
    client.release();
    await kept;
    expect(await last(orderId)).toBeNull();
  });

  it('and the inbox lose what is older than 400 days, but no event that nobody settled', async () => {
    const orderId = await work.place('play');
    await keep(orderId);
    const event = { type: 'payment.approved', outerId: 'sbx_x', paid: false, orderId, paymentId: 'p1' };
    const events = ['settled', 'open'].map((id) => ({ ...event, id: `old-${id}` }));
    await work.providers.inbox.receive('acme', 'play', events, path.clock.now);
    await rowsOf(path, `update payment_events set state = 'ignored', next_at = null, settled_at = $1 where event_id = 'old-settled'`, [path.clock.now]); // prettier-ignore
    await rowsOf(path, `update payment_events set state = 'failed', next_at = null where event_id = 'old-open'`);
    const follower = createFollowerPool(path.database, { max: 1, applicationName: 'test old' });
    const left = async () => [
      (await work.providers.log.page('acme', { orderId, before: null, limit: 10 })).length,
      ...(await work.providers.inbox.page('acme', { orderId, before: null, limit: 10 })).map(({ eventId }) => eventId),
    ];
    for (const [days, paymentLogDays, expected] of [
      [31, 400, [1, 'old-open', 'old-settled']],
      [399, 400, [1, 'old-open', 'old-settled']],
      [31, 30, [0, 'old-open']],
    ] as const) {
      const now = new Date(Date.parse(path.clock.now) + days * 86_400_000).toISOString();
      const onError = (error: unknown): void => {
        throw error;
      };
      await startHousekeeping({ follower, paymentLogDays, clock: () => now, onError }, 1_000_000).stop();
      expect((await left()).sort()).toEqual([...expected].sort());
    }
    await follower.end();
  });
});
