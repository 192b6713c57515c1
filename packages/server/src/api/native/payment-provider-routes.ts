import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Caller, seesEveryOrder } from '../../access/caller.js';
import { permits } from '../../access/permissions.js';
import type { GatewayLog } from '../../payments/gateway-log.js';
import type { Inbox, InboxEntry } from '../../payments/inbox.js';
import type { OpenProvider } from '../../payments/open-provider.js';
import type { ProviderSecrets, SecretNames } from '../../payments/providers.js';
import { actorOf, callerOf, wholeCallerOf } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { RequestProblem } from '../problem.js';
import { answers, SETTING_HEADERS } from './answers.js';
import { marks, paged } from './page-marks.js';
import { closed, code, ref } from './schemas/fields.js';
import { eventKey, GatewayLogQuery, PaymentEventsQuery, ProviderSecretsInput } from './schemas/payment-providers.js';
import { editOf, notFound } from './setting-routes.js';

/** What the API has of payment providers beside their settings. */
export interface ProviderServices {
  readonly secrets: ProviderSecrets;
  readonly open: OpenProvider;
  readonly log: GatewayLog;
  readonly inbox: Inbox;
  /** Where a provider of an account sends its events. */
  readonly eventsUrl: (account: string, provider: string) => string;
}

interface ProviderRequest {
  Params: { provider: string };
}
const PROVIDER = closed({ provider: code() });
const tags = ['payment providers'];

/** Secrets and tests of payment providers, what was said to them, and what they told by themselves. */
export function addPaymentProviderRoutes(
  app: FastifyInstance,
  { secrets, open, log, inbox, eventsUrl }: ProviderServices,
  orders: Pick<OrderAccess, 'load'>,
  now: () => string,
): void {
  const named = (account: string, provider: string, names: SecretNames | null): object => {
    if (names === null) throw notFound('payment_provider', provider);
    return { ...names, eventsUrl: eventsUrl(account, provider) };
  };

  app.get<ProviderRequest>(
    '/payment-providers/:provider/secrets',
    {
      config: { permission: 'settings.view' },
      schema: {
        operationId: 'getProviderSecrets',
        tags,
        summary: 'Which secrets of a provider are set, and where it sends its events',
        params: PROVIDER,
        response: answers(200, 'Names, never values.', 'ProviderSecretNames', ['404']),
      },
    },
    async (request) => {
      const { account } = callerOf(request);
      const { provider } = request.params;
      return named(account, provider, await secrets.names(account, provider));
    },
  );

  app.patch<ProviderRequest & { Body: ProviderSecretsInput }>(
    '/payment-providers/:provider/secrets',
    {
      config: { permission: 'settings.edit' },
      schema: {
        operationId: 'setProviderSecrets',
        tags,
        summary: 'Set secrets of a provider, or take them away',
        description: 'They lie encrypted, and no answer ever shows them.',
        params: PROVIDER,
        headers: SETTING_HEADERS,
        body: ref(ProviderSecretsInput),
        response: answers(200, 'Names of those that are set now.', 'ProviderSecretNames', ['404', '413', '415']),
      },
    },
    async (request) => {
      const edit = editOf(request, now);
      const { provider } = request.params;
      return named(edit.account, provider, await secrets.change(edit, provider, request.body));
    },
  );

  app.post<ProviderRequest>(
    '/payment-providers/:provider/test',
    {
      config: { permission: 'settings.edit' },
      schema: {
        operationId: 'testProvider',
        tags,
        summary: 'Whether a provider answers with these settings; no money moves',
        params: PROVIDER,
        body: closed({}),
        response: answers(200, 'Yes, or what does not work.', 'ProviderTest', ['404', '413', '415']),
      },
    },
    async (request) => {
      const { account } = callerOf(request);
      const { provider } = request.params;
      const about = { account, provider, operation: 'check', orderId: null, paymentId: null } as const;
      const opening = await open(about);
      if (opening.state === 'unknown') throw notFound('payment_provider', provider);
      if (opening.state === 'incomplete') {
        return { works: false, message: `not set: ${opening.missing.join(', ')}` };
      }
      const check = await opening.provider.check();
      return { works: check.works, message: check.works ? null : check.message };
    },
  );

  /** Of one order, for who sees the order; of all of them, for who sees every order. */
  async function callerFor(request: FastifyRequest, orderId: string | undefined): Promise<Caller> {
    const caller = callerOf(request);
    if (orderId === undefined || seesEveryOrder(caller.scope)) return wholeCallerOf(request);
    if ((await orders.load(caller, orderId)) === null) throw new RequestProblem('order_not_found');
    return caller;
  }

  app.get<{ Querystring: GatewayLogQuery }>(
    '/gateway-log',
    {
      config: { permission: 'payments.log', further: ['personal.view', 'prices.view'] },
      schema: {
        operationId: 'listGatewayLog',
        tags,
        summary: 'What was said to payment providers and what they answered, newest first',
        querystring: GatewayLogQuery,
        response: answers(200, 'A page of exchanges.', 'GatewayLogPage', ['404']),
      },
    },
    async (request) => {
      const { after = null, limit = 50, ...filter } = request.query;
      if (filter.paymentId !== undefined && filter.orderId === undefined) {
        const detail = '/paymentId is one of an order: name it in orderId.';
        throw new RequestProblem('field_invalid', { in: 'query', pointer: '/paymentId', detail });
      }
      const { account, permissions } = await callerFor(request, filter.orderId);
      const rows = await log.page(account, { ...filter, before: mark(after), limit: limit + 1 });
      const page = paged(rows, limit, ({ id }) => [id]);
      const readable = permits(permissions, 'personal.view') && permits(permissions, 'prices.view');
      return readable ? page : { ...page, items: page.items.map((row) => ({ ...row, request: null, answer: null })) };
    },
  );

  app.get<{ Querystring: PaymentEventsQuery }>(
    '/payment-events',
    {
      config: { permission: 'payments.log' },
      schema: {
        operationId: 'listPaymentEvents',
        tags,
        summary: 'What payment providers told by themselves, newest first',
        querystring: PaymentEventsQuery,
        response: answers(200, 'A page of events.', 'PaymentEventPage', ['404']),
      },
    },
    async (request) => {
      const { after = null, limit = 50, ...filter } = request.query;
      const { account } = await callerFor(request, filter.orderId);
      const rows = await inbox.page(account, { ...filter, before: mark(after), limit: limit + 1 });
      const page = paged(rows, limit, ({ id }) => [id]);
      return { ...page, items: page.items.map(eventView) };
    },
  );

  app.post<{ Params: { id: string } }>(
    '/payment-events/:id/retry',
    {
      config: { permission: 'payments.retry' },
      schema: {
        operationId: 'retryPaymentEvent',
        tags,
        summary: 'Apply an event that failed again, now, with all its tries',
        params: closed({ id: eventKey() }),
        body: closed({}),
        response: answers(202, 'It is tried again.', 'RetriedEvent', ['404', '413', '415']),
      },
    },
    async (request, reply) => {
      const { account } = wholeCallerOf(request);
      const { id } = request.params;
      if (!(await inbox.retry(account, id, now()))) throw new RequestProblem('payment_event_not_found');
      return reply.code(202).send({ id });
    },
  );

  app.post<{ Params: { id: string } }>(
    '/payment-events/:id/ignore',
    {
      config: { permission: 'payments.retry' },
      schema: {
        operationId: 'ignorePaymentEvent',
        tags,
        summary: 'Put an event that failed aside: somebody has judged that there is nothing to do',
        description: 'It is no alarm any more, and is kept with who did so.',
        params: closed({ id: eventKey() }),
        body: closed({}),
        response: answers(200, 'It is put aside.', 'IgnoredEvent', ['404', '413', '415']),
      },
    },
    async (request) => {
      const { account } = wholeCallerOf(request);
      const { id } = request.params;
      if (!(await inbox.ignore(account, id, actorOf(request).id, now())))
        throw new RequestProblem('payment_event_not_found');
      return { id };
    },
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function mark(after: string | null): string | null {
  const [id] = marks(after, 1);
  if (id === undefined || UUID.test(id)) return id ?? null;
  throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/after' });
}

const eventView = (entry: InboxEntry): object => ({
  ...entry,
  alarm: entry.paid && entry.problem === 'no_order' && (entry.state === 'received' || entry.state === 'failed'),
});
