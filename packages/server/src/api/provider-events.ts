import type { FastifyInstance } from 'fastify';
import { answers } from './native/answers.js';
import type { ProviderServices } from './native/payment-provider-routes.js';
import { closed, code } from './native/schemas/fields.js';
import { RequestProblem } from './problem.js';
import type { RateLimits } from './rate-limits.js';

/** Events of providers are a few kilobytes. */
const EVENT_BYTES = 256 * 1024;

/**
 * Where payment providers send their events. Anybody may call it; only what the provider signed is kept, and it is only
 * kept: whoever sent it has its answer before anything is done with it.
 */
export function addProviderEventsRoute(
  app: FastifyInstance,
  { open, inbox }: Pick<ProviderServices, 'open' | 'inbox'>,
  now: () => string,
  limits: RateLimits,
): void {
  // A signature is over bytes: they are taken as they come, whatever they say they are.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook(
    'onRequest',
    limits(() => Promise.resolve()),
  );
  app.post<{ Params: { account: string; provider: string }; Body: Buffer | undefined }>(
    '/:account/:provider/events',
    {
      config: { permission: 'public' },
      bodyLimit: EVENT_BYTES,
      schema: {
        operationId: 'receivePaymentEvents',
        tags: ['payment providers'],
        summary: 'Where a payment provider sends its events',
        description:
          'The body is what the provider signed, byte by byte. Sent again, an event changes nothing. Answered before it is applied: what became of it stands in the list of events.',
        params: closed({ account: code(), provider: code() }),
        response: answers(200, 'It is kept.', 'EventsReceived', ['413']),
      },
    },
    async (request) => {
      const { account, provider } = request.params;
      const about = { account, provider, operation: 'event', orderId: null, paymentId: null } as const;
      const opening = await open(about);
      // Which accounts and providers there are is not for strangers.
      if (opening.state !== 'open') throw new RequestProblem('event_not_genuine');
      const at = now();
      const reading = opening.provider.readEvent({
        headers: request.headers,
        body: request.body ?? Buffer.alloc(0),
        now: Math.floor(Date.parse(at) / 1_000),
      });
      if (!reading.genuine) throw new RequestProblem('event_not_genuine');
      return { received: await inbox.receive(account, provider, reading.events, at) };
    },
  );
}
