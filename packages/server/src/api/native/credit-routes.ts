import { isCurrency } from '@docket/core/money/currency';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Credit, Credits } from '../../store-credit/credits.js';
import { callerOf } from '../auth.js';
import { contentTag, refuseOtherContent } from '../content-tags.js';
import { RequestProblem } from '../problem.js';
import { answers, SETTING_HEADERS } from './answers.js';
import { marks, paged } from './page-marks.js';
import { CreditAdjustment, CreditCode, CreditCodeOrNull, CreditInput, CreditQuery } from './schemas/credits.js';
import { closed, code, ref } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { editOf } from './setting-routes.js';
import { addChangesOfOne, type SettingsChanges } from './settings-changes-routes.js';

export interface CreditServices {
  readonly credits: Credits;
  readonly hashOf: (account: string, code: string) => Buffer;
}

interface CreditRequest {
  Params: { credit: string };
}
const CREDIT = closed({ credit: code() });
const tags = ['gift cards and store credit'];
const WRITE = ['404', '409', '413', '415'];

/** Gift cards and store credit: what is on them, how it came about, and putting on and taking off. */
export function addCreditRoutes(
  app: FastifyInstance,
  { credits, hashOf }: CreditServices,
  changes: SettingsChanges,
  now: () => string,
): void {
  app.get<{ Querystring: CreditQuery }>(
    '/credits',
    {
      config: { permission: 'credits.view' },
      schema: {
        operationId: 'listCredits',
        tags,
        summary: 'Gift cards and store credit',
        querystring: CreditQuery,
        response: answers(200, 'A page in the order of the ids.', 'CreditPage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 100, ...filter } = request.query;
      const [key = ''] = marks(after, 1);
      const rows = await credits.page(callerOf(request).account, { ...filter, after: key, limit: limit + 1 });
      const page = paged(rows, limit, ({ credit }) => [credit]);
      return { ...page, items: page.items.map(creditView) };
    },
  );

  app.get<CreditRequest>(
    '/credits/:credit',
    {
      config: { permission: 'credits.view' },
      schema: {
        operationId: 'getCredit',
        tags,
        summary: 'Read one',
        params: CREDIT,
        response: answers(200, 'What is on it.', 'Credit', ['404']),
      },
    },
    async (request, reply) =>
      tagged(reply, creditView(await credits.find(callerOf(request).account, request.params.credit))),
  );

  app.post<{ Body: { code: string } }>(
    '/credits/find',
    {
      config: { permission: 'credits.view' },
      schema: {
        operationId: 'findCreditByCode',
        tags,
        summary: 'The gift card with this code',
        description: 'For a checkout: the id of what is found is the token of a payment with store credit.',
        body: ref(CreditCode),
        response: answers(200, 'What is on it.', 'Credit', ['404', '413', '415']),
      },
    },
    async (request) => {
      const { account } = callerOf(request);
      return creditView(await credits.findByCode(account, hashOf(account, request.body.code)));
    },
  );

  app.put<CreditRequest & { Body: CreditInput }>(
    '/credits/:credit',
    {
      config: { permission: 'credits.edit' },
      schema: {
        operationId: 'putCredit',
        tags,
        summary: 'Issue one with nothing on it, or change it',
        params: CREDIT,
        headers: SETTING_HEADERS,
        body: ref(CreditInput),
        response: answers(200, 'As it is now.', 'Credit', [...WRITE, '412']),
      },
    },
    async (request, reply) => {
      const { kind, currency, customerId = null, active = true, expiresAt = null } = request.body;
      if (!isCurrency(currency)) {
        throw new RequestProblem('currency_unknown', { pointer: '/currency', details: { currency } });
      }
      const input = {
        kind,
        currency,
        customerId: customerId as string | null,
        active,
        expiresAt: expiresAt as string | null,
      };
      const saved = await credits.put(editOf(request, now), request.params.credit, input, (before) =>
        refuseOtherContent(request, before === null ? null : creditView(before)),
      );
      if (saved !== 'fixed') return tagged(reply, creditView(saved));
      throw new RequestProblem('field_invalid', {
        pointer: '/currency',
        detail: 'Kind and currency of a credit cannot be changed.',
      });
    },
  );

  app.put<CreditRequest & { Body: { code: string | null } }>(
    '/credits/:credit/code',
    {
      config: { permission: 'credits.edit' },
      schema: {
        operationId: 'setCreditCode',
        tags,
        summary: 'Give a gift card its code, or take it away',
        params: CREDIT,
        headers: SETTING_HEADERS,
        body: ref(CreditCodeOrNull),
        response: answers(200, 'As it is now.', 'Credit', WRITE),
      },
    },
    async (request) => {
      const edit = editOf(request, now);
      const { code: given } = request.body;
      const hash = given === null ? null : hashOf(edit.account, given);
      const saved = await credits.setCode(edit, request.params.credit, hash);
      if (saved === 'taken') throw new RequestProblem('credit_code_taken', { pointer: '/code' });
      return creditView(saved === 'unknown' ? null : saved);
    },
  );

  app.post<CreditRequest & { Body: CreditAdjustment }>(
    '/credits/:credit/adjustments',
    {
      config: { permission: 'credits.edit' },
      schema: {
        operationId: 'adjustCredit',
        tags,
        summary: 'Put something on it, or take something off',
        params: CREDIT,
        headers: SETTING_HEADERS,
        body: ref(CreditAdjustment),
        response: answers(200, 'As it is now.', 'Credit', WRITE),
      },
    },
    async (request) => {
      const saved = await credits.adjust(editOf(request, now), request.params.credit, request.body);
      if (saved === 'below_zero') throw new RequestProblem('credit_below_zero', { pointer: '/amount' });
      return creditView(saved === 'unknown' ? null : saved);
    },
  );

  app.get<CreditRequest & { Querystring: { after?: string; limit?: number } }>(
    '/credits/:credit/movements',
    {
      config: { permission: 'credits.view' },
      schema: {
        operationId: 'listCreditMovements',
        tags,
        summary: 'How its balance came about, newest first',
        params: CREDIT,
        querystring: PageQuery,
        response: answers(200, 'A page of movements.', 'CreditMovementPage', ['404']),
      },
    },
    async (request) => {
      const { after = null, limit = 100 } = request.query;
      const [before = null] = marks(after, 1);
      if (before !== null && !UUID.test(before)) {
        throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/after' });
      }
      const { account } = callerOf(request);
      const rows = await credits.movements(account, request.params.credit, { before, limit: limit + 1 });
      return paged(rows, limit, ({ id }) => [id]);
    },
  );

  const one = { path: '/credits/:credit', name: 'Credit', kind: 'credit', view: 'credits.view' } as const;
  addChangesOfOne(app, changes, { ...one, params: { credit: code() } });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** With the tag of what is answered, for `If-Match`. */
const tagged = (reply: FastifyReply, credit: object): FastifyReply =>
  reply.header('etag', contentTag(credit)).send(credit);

function creditView(credit: Credit | null): object {
  if (credit === null) throw new RequestProblem('credit_not_found');
  return { ...credit, available: credit.balance - credit.held };
}
