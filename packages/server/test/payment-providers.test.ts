import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventDelivery } from '@docket/core/payment-provider';
import { describe, expect, it } from 'vitest';
import { createGuardedCaller } from '../src/adapters/http/guarded-call.js';
import type { GatewayClientDependencies, GatewayExchange } from '../src/adapters/payment/gateway-client.js';
import { createManualProvider } from '../src/adapters/payment/manual.js';
import { createSandboxProvider } from '../src/adapters/payment/sandbox.js';
import { createStripeProvider } from '../src/adapters/payment/stripe.js';
import { startSandboxGateway } from '../src/sandbox-gateway/sandbox-gateway.js';
import { describeProvider, type Tried } from './payment-contract.js';
import { startStripeServer } from './setup/stripe-server.js';

const caller = createGuardedCaller({ privateToo: true });
const client = (exchanges: GatewayExchange[] = []): GatewayClientDependencies => ({
  caller,
  keep: (exchange) => Promise.resolve(void exchanges.push(exchange)),
  stopwatch: () => performance.now(),
});
const seconds = (): number => Math.floor(Date.now() / 1_000);

async function until<T>(look: () => T | null): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not come');
}

async function openSandbox(): Promise<Tried> {
  const gateway = await startSandboxGateway({ port: 0, file: null, lateMillis: 20 });
  const got: EventDelivery[] = [];
  const shop = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(chunks), now: seconds() });
      response.end();
    });
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', () => resolve()));
  const eventsUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/events`;
  let losing = false;
  // The line breaks behind the gateway: it has done what it was asked.
  const breaking: GatewayClientDependencies = {
    ...client(),
    caller: {
      ...caller,
      async call(call) {
        const outcome = await caller.call(call);
        const lost = losing;
        losing = false;
        return lost ? { answered: false, reason: 'timeout' } : outcome;
      },
    },
  };
  const provider = createSandboxProvider({ url: gateway.url, apiKey: 'a-key-of-tests', behaviours: [] }, breaking);
  const choose = async (link: string | null, choice: string): Promise<void> => {
    await fetch(link ?? '', { method: 'POST', body: new URLSearchParams({ choice }), redirect: 'manual' });
  };
  return {
    provider: { ...provider, begin: (request) => provider.begin({ ...request, eventsUrl }) },
    token: null,
    pays: ({ link }) => choose(link, 'pay'),
    declines: ({ link }) => choose(link, 'decline'),
    loseNext: () => void (losing = true),
    events: (orderId, count) =>
      until(() => {
        const own = got.filter(({ body }) => Buffer.from(body).includes(`"orderId":"${orderId}"`));
        return own.length >= count ? own : null;
      }),
    async end() {
      await gateway.close();
      shop.closeAllConnections();
      shop.close();
    },
  };
}

async function openStripe(): Promise<Tried> {
  const server = await startStripeServer();
  const { secretKey, eventSecret, at } = server;
  return {
    provider: createStripeProvider({ secretKey, eventSecret, at }, client()),
    token: null,
    // eslint-disable-next-line @typescript-eslint/require-await -- a page that is closed rejects
    pays: async ({ outerId }) => server.pay(outerId),
    declines: ({ outerId }) => server.expire(outerId),
    loseNext: () => server.loseNext(),
    events: (orderId, count) =>
      until(() => {
        const own = server.sent
          .filter(({ body }) => body.includes(`"docket_order":"${orderId}"`))
          .map(({ body, signature }) => ({
            headers: { 'stripe-signature': signature },
            body: Buffer.from(body),
            now: seconds(),
          }));
        return own.length >= count ? own : null;
      }),
    end: () => server.close(),
  };
}

describeProvider('sandbox', openSandbox);
describeProvider('stripe, with a page to pay on', openStripe);
describeProvider('stripe, with a token of a card', async () => ({
  ...(await openStripe()),
  token: 'pm_card_visa',
  badToken: 'pm_card_chargeDeclined',
}));

describeProvider(
  'manual, whose money no machine sees',
  () => Promise.resolve({ provider: createManualProvider(), token: null, end: () => Promise.resolve() }),
  { isByHand: true },
);

describe('the sandbox', () => {
  const begin = { orderId: '1', paymentId: '1', orderNumber: '#1', amount: 500, currency: 'EUR', token: null } as const;
  const more = { customerId: null, capture: 'on_invoice', returnUrl: '', eventsUrl: '' } as const;
  const open = async (behaviours: readonly string[]) => {
    const gateway = await startSandboxGateway({ port: 0, file: null, lateMillis: 30 });
    const provider = createSandboxProvider({ url: gateway.url, apiKey: 'a-key-of-tests', behaviours }, client());
    return { gateway, provider };
  };

  it.each([
    ['decline_begin', 'begin', 'denied'],
    ['decline_capture', 'capture', 'declined'],
    ['answer_late', 'capture', 'waiting'],
    ['lose_answers', 'begin', 'unknown'],
  ])('told to %s, answers %s with %s', async (behaviour, call, state) => {
    const { gateway, provider } = await open(['approve_at_once', behaviour]);
    const begun = await provider.begin({ ...begin, ...more, key: 'k1' });
    if (call === 'begin') expect(begun.state).toBe(state);
    else if ('outerId' in begun && begun.outerId !== null) {
      const capture = { ...begin, key: 'k2', outerId: begun.outerId };
      expect((await provider.capture(capture)).state).toBe(state);
      // A late answer is found by a look, once it is there.
      if (state === 'waiting') {
        await new Promise((resolve) => setTimeout(resolve, 80));
        const found = await provider.lookup({ outerId: begun.outerId, key: 'k1' });
        expect(found).toMatchObject({ standing: { captured: 500 } });
      }
    }
    await gateway.close();
  });

  it('shows a page on which the buyer pays, with what they pay for, and nothing that runs', async () => {
    const { gateway, provider } = await open([]);
    const reference = '<b>"7"</b>';
    const begun = await provider.begin({ ...begin, ...more, key: 'k1', orderNumber: reference });
    if (begun.state !== 'waiting' || begun.link === null) throw new Error('no page');
    const shown = await fetch(begun.link);
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await shown.text();
    expect(page).toContain('5.00 EUR');
    expect(page).toContain('&lt;b&gt;&quot;7&quot;&lt;/b&gt;');
    expect(page).not.toContain(reference);
    const other = createSandboxProvider({ url: gateway.url, apiKey: 'another-key', behaviours: [] }, client());
    expect(await other.lookup({ outerId: begun.outerId, key: 'k1' })).toEqual({ state: 'absent' });
    await gateway.close();
  });
});

describe('a provider that answers with rubbish', () => {
  it.each([
    ['nothing at all', 200, ''],
    ['a page of an error', 502, '<html>bad gateway</html>'],
    ['too much at once', 429, '{}'],
  ])('is asked again after %s', async (_what, status, body) => {
    const server = createServer((_request, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const exchanges: GatewayExchange[] = [];
    const provider = createSandboxProvider({ url, apiKey: 'a-key-of-tests', behaviours: [] }, client(exchanges));
    const asked = { key: 'k', orderId: '1', paymentId: '1', amount: 100, currency: 'EUR', outerId: 'x' };
    expect(await provider.capture(asked)).toMatchObject({ state: 'unknown' });
    expect(exchanges).toMatchObject([{ method: 'POST', status, answer: body }]);
    server.close();
  });

  it('is not called where it lies inside our network', async () => {
    const guarded = { ...client(), caller: createGuardedCaller({ privateToo: false }) };
    const provider = createSandboxProvider(
      { url: 'http://127.0.0.1:1', apiKey: 'a-key-of-tests', behaviours: [] },
      guarded,
    );
    expect(await provider.check()).toEqual({ works: false, message: 'url_invalid' });
  });
});
