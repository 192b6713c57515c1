import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Order } from '@docket/core/order/order';
import type { OutgoingCaller } from '@docket/core/ports';
import { createGuardedCaller } from '../src/adapters/http/guarded-call.js';
import { createPaymentAdapters } from '../src/adapters/payment/adapters.js';
import { createFollowerPool } from '../src/database/follower.js';
import { loadOrder, loadOrdersOf } from '../src/event-log/load-order.js';
import { createTaskDrain } from '../src/followers/drain-tasks.js';
import { createEventApplier } from '../src/payments/apply-events.js';
import { createPaymentFollower } from '../src/payments/follow-payments.js';
import { PAYMENT_WORK, paymentWorkHandler } from '../src/payments/payment-work.js';
import { createPayments, type Payments } from '../src/payments/payments.js';
import { setWork } from '../src/payments/positions.js';
import { PAYMENT_PROVIDERS, type ProviderRow } from '../src/payments/providers.js';
import { startSandboxGateway } from '../src/sandbox-gateway/sandbox-gateway.js';
import { createSettingStore } from '../src/settings-history/setting-store.js';
import { acceptedOrder, asked, placement, rowsOf, type WritePath } from './write-path.js';

/** What a worker does about payments, done when a test says so, in front of a gateway of its own. */
export interface PaymentWorkOfTests extends Payments {
  /** Follows the log to its end and runs every task that is due, until nothing is left. */
  work(): Promise<void>;
  /** Runs what is due once, as a worker that may be ended over it. */
  drain(): Promise<number>;
  follow(): Promise<void>;
  apply(): Promise<number>;
  /** Events that came to the address of a provider since the last time, kept until they are delivered. */
  deliver(order?: 'as they came' | 'backwards' | 'twice'): Promise<void>;
  waitForEvents(orderId: string, count: number): Promise<void>;
  /** The line to the gateway: an answer that is lost, or a worker that ends before it is dealt with. */
  readonly line: { losesNext: number; asked: string[] };
  configure(provider: string, row: Partial<ProviderRow>): Promise<void>;
  /** Places an order that is paid by a provider. */
  place(provider: string, payment?: object): Promise<string>;
  order(orderId: string): Promise<Order>;
  /** The buyer on the page of the gateway. */
  pays(orderId: string, choice?: 'pay' | 'decline', behaviours?: readonly string[]): Promise<void>;
  /** Tasks of an order whose last try failed. */
  failures(orderId: string): Promise<readonly { readonly failed: boolean; readonly last_error: string | null }[]>;
  end(): Promise<void>;
}

export async function openPaymentWork(path: WritePath): Promise<PaymentWorkOfTests> {
  const { database, log, clock } = path;
  const now = (): string => clock.now;
  const gateway = await startSandboxGateway({ port: 0, file: null, lateMillis: 40 });
  const line: PaymentWorkOfTests['line'] = { losesNext: 0, asked: [] };
  const real = createGuardedCaller({ privateToo: true });
  const caller: OutgoingCaller = {
    refuses: (url) => real.refuses(url),
    async call(call) {
      line.asked.push(`${call.method} ${new URL(call.url).pathname.replace(/sbx_\w+/, ':id')}`);
      const outcome = await real.call(call);
      if (line.losesNext === 0 || call.method === 'GET') return outcome;
      line.losesNext -= 1;
      return { answered: false, reason: 'timeout' };
    },
  };
  const came: { readonly path: string; readonly headers: Record<string, string>; readonly body: Buffer }[] = [];
  const shop = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      came.push({ path: request.url ?? '', headers, body: Buffer.concat(chunks) });
      response.end();
    });
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', () => resolve()));
  const payments = createPayments({
    pool: database.serving,
    secret: 'a secret of the tests',
    publicUrl: new URL(`http://127.0.0.1:${(shop.address() as AddressInfo).port}`),
    now,
    adapters: createPaymentAdapters(caller, () => performance.now()),
  });
  const pool = createFollowerPool(database, { max: 8, applicationName: 'test payments' });
  const load = async (account: string, orderId: string) => (await loadOrder(log, account, orderId))?.order ?? null;
  const { open, inbox, eventsUrl } = payments.providers;
  path.says.standing = payments.providers.standing;
  const agreeing = { load, execute: path.execute };
  const handler = paymentWorkHandler({
    ...agreeing,
    open,
    eventsUrl,
    returnUrl: payments.returnUrl,
    lookAgain: (account, payload, seconds) =>
      setWork(pool, account, [payload], new Date(Date.parse(clock.now) + seconds * 1_000).toISOString()),
  });
  const tasks = createTaskDrain({
    pool,
    clock: now,
    worker: 'test',
    kinds: { only: [PAYMENT_WORK] },
    handlers: { [PAYMENT_WORK]: handler },
    onError: (error) => {
      throw error;
    },
  });
  const applier = createEventApplier({ ...agreeing, pool, open, clock: now });
  const providers = createSettingStore(database.serving, PAYMENT_PROVIDERS);

  const follow = async (): Promise<void> => {
    const end = new AbortController();
    const follower = createPaymentFollower({
      pool,
      log,
      loadMany: (account, orderIds) => loadOrdersOf(log, account, orderIds),
      beyond: () => {
        end.abort();
        return Promise.resolve();
      },
      clock: now,
    });
    await follower.follow('acme', end.signal);
  };

  const tried: PaymentWorkOfTests = {
    ...payments,
    line,
    follow,
    drain: () => tasks.drain(50),
    apply: () => applier.apply(),
    async work() {
      for (let rounds = 0; rounds < 10; rounds += 1) {
        await follow();
        if ((await tasks.drain(50)) === 0) return;
      }
    },
    async waitForEvents(orderId, count) {
      const own = () => came.filter(({ body }) => body.includes(`"orderId":"${orderId}"`)).length;
      for (let tries = 0; own() < count; tries += 1) {
        if (tries === 300) throw new Error(`${own()} events came, and not ${count}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async deliver(how = 'as they came') {
      const taken = came.splice(0);
      const events = how === 'backwards' ? taken.reverse() : how === 'twice' ? [...taken, ...taken] : taken;
      for (const { path: address, headers, body } of events) {
        const provider = decodeURIComponent(address.split('/')[4] ?? '');
        const opening = await open({ account: 'acme', provider, operation: 'event', orderId: null, paymentId: null });
        if (opening.state !== 'open') throw new Error('the provider is not set up');
        const seconds = Number(headers['webhook-timestamp']);
        const reading = opening.provider.readEvent({ headers, body, now: seconds });
        if (!reading.genuine) throw new Error(reading.reason);
        await inbox.receive('acme', provider, reading.events, clock.now);
      }
    },
    async configure(provider, row) {
      const edit = { account: 'acme', actor: 'test', at: clock.now };
      const defaults = { provider, name: provider, adapter: 'sandbox', active: true, behaviours: [] } as const;
      const whole = { ...defaults, url: row.adapter === undefined ? gateway.url : null, ...row };
      await providers.load(edit, [whole]);
      if (whole.adapter === 'sandbox') {
        await payments.providers.secrets.change(edit, provider, { apiKey: `key-of-${provider}` });
      }
    },
    async place(provider, payment = {}) {
      const paid = { id: 'p1', method: 'card', amount: 2500, provider, ...payment };
      return acceptedOrder(await path.execute(asked(placement({ payments: [paid] })))).head.orderId;
    },
    async order(orderId) {
      const order = await load('acme', orderId);
      if (order === null) throw new Error('no order');
      return order;
    },
    async pays(orderId, choice = 'pay', behaviours = []) {
      const link = (await tried.order(orderId)).documents.payment['p1']?.link;
      if (link == null) throw new Error('there is no link to pay');
      const form = new URLSearchParams({ choice });
      for (const behaviour of behaviours) form.append('behaviour', behaviour);
      await fetch(link, { method: 'POST', body: form, redirect: 'manual' });
    },
    failures: (orderId) =>
      rowsOf(
        path,
        `select failed_at is not null as failed, last_error from tasks
          where kind = 'payment_work' and key = $1 and last_error is not null`,
        [`${orderId}/p1`],
      ),
    async end() {
      await gateway.close();
      shop.closeAllConnections();
      shop.close();
      await pool.end();
    },
  };
  return tried;
}
