import type { FastifyInstance, FastifyReply } from 'fastify';
import { type AccessRefusal, isAccessRefusal } from '../../access/access-refusal.js';
import { EVERYWHERE, type GivenScope } from '../../access/grants.js';
import type { Keys, Shown } from '../../access/keys.js';
import { callerOf } from '../auth.js';
import type { OnceOf } from '../once.js';
import { sendProblem } from '../problem.js';
import { answers, KEYED_HEADERS, TOLD_AGAIN } from './answers.js';
import { marks, paged } from './page-marks.js';
import { KeyChanges, keyName, NewKey, tokenNumber } from './schemas/access.js';
import { closed, ref } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { addChangesOfOne, type SettingsChanges } from './settings-changes-routes.js';

interface KeyRequest {
  Params: { key: string };
}

const KeyParams = closed({ key: keyName() });

/** Keys of programs: making, changing, rotating and removing them. */
export function addKeyRoutes(app: FastifyInstance, keys: Keys, changes: SettingsChanges, onceOf: OnceOf): void {
  app.get<{ Querystring: { after?: string; limit?: number } }>(
    '/keys',
    {
      config: { permission: 'access.view' },
      schema: {
        operationId: 'listKeys',
        tags: ['access'],
        summary: 'Keys of the account',
        querystring: PageQuery,
        response: answers(200, 'A page in the order of the names.', 'KeyPage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 100 } = request.query;
      const [from = ''] = marks(after, 1);
      return paged(await keys.page(callerOf(request).account, from, limit + 1), limit, ({ key }) => [key]);
    },
  );

  app.post<{ Body: NewKey }>(
    '/keys',
    {
      config: { permission: 'access.edit' },
      schema: {
        operationId: 'createKey',
        tags: ['access'],
        summary: 'Make a key',
        description: `Docket names it. It may do nothing that the caller may not do. ${TOLD_AGAIN}`,
        headers: KEYED_HEADERS,
        body: ref(NewKey),
        response: answers(201, 'The key, and its token this once.', 'ShownKey', ['413', '415']),
      },
    },
    async (request, reply) => {
      const { label, permissions = [], roles = [], scope, expiresAt = null } = request.body;
      const settings = { label, permissions, roles, scope: scopeGiven(scope), expiresAt };
      return shown(reply, await keys.create(callerOf(request), settings, onceOf(request, reply)));
    },
  );

  app.get<KeyRequest>(
    '/keys/:key',
    {
      config: { permission: 'access.view' },
      schema: {
        operationId: 'getKey',
        tags: ['access'],
        summary: 'Read a key',
        params: KeyParams,
        response: answers(200, 'The key.', 'Key', ['404']),
      },
    },
    async (request, reply) => {
      const key = await keys.find(callerOf(request).account, request.params.key);
      return key ?? sendProblem(reply, 'key_not_found');
    },
  );

  app.patch<KeyRequest & { Body: KeyChanges }>(
    '/keys/:key',
    {
      config: { permission: 'access.edit' },
      schema: {
        operationId: 'changeKey',
        tags: ['access'],
        summary: 'Change label, permissions, roles, scope or expiry of a key',
        params: KeyParams,
        body: ref(KeyChanges),
        response: answers(200, 'The key after it.', 'Key', ['404', '409', '413', '415']),
      },
    },
    async (request, reply) => {
      const { scope, ...fields } = request.body;
      const changed = scope === undefined ? fields : { ...fields, scope: scopeGiven(scope) };
      return told(reply, await keys.change(callerOf(request), request.params.key, changed));
    },
  );

  app.post<KeyRequest>(
    '/keys/:key/tokens',
    {
      config: { permission: 'access.edit' },
      schema: {
        operationId: 'rotateKey',
        tags: ['access'],
        summary: 'Give a key a second token; the first stays good until it is revoked',
        description: TOLD_AGAIN,
        headers: KEYED_HEADERS,
        params: KeyParams,
        body: closed({}),
        response: answers(201, 'The key, and the new token this once.', 'ShownKey', ['404', '409', '413', '415']),
      },
    },
    async (request, reply) =>
      shown(reply, await keys.rotate(callerOf(request), request.params.key, onceOf(request, reply))),
  );

  app.delete<{ Params: { key: string; token: number } }>(
    '/keys/:key/tokens/:token',
    {
      config: { permission: 'access.edit' },
      schema: {
        operationId: 'revokeToken',
        tags: ['access'],
        summary: 'Revoke one token of a key',
        params: closed({ key: keyName(), token: tokenNumber() }),
        response: answers(200, 'The key after it.', 'Key', ['404', '409', '413', '415']),
      },
    },
    async (request, reply) => {
      const { key, token } = request.params;
      return told(reply, await keys.revoke(callerOf(request), key, token));
    },
  );

  app.delete<KeyRequest>(
    '/keys/:key',
    {
      config: { permission: 'access.edit' },
      schema: {
        operationId: 'removeKey',
        tags: ['access'],
        summary: 'Remove a key with its tokens',
        params: KeyParams,
        response: answers(200, 'The key as it was.', 'Key', ['404', '409', '413', '415']),
      },
    },
    async (request, reply) => told(reply, await keys.remove(callerOf(request), request.params.key)),
  );

  addChangesOfOne(app, changes, {
    path: '/keys/:key',
    name: 'Key',
    kind: 'key',
    params: { key: keyName() },
    view: 'access.view',
  });
}

const scopeGiven = (scope: Partial<GivenScope> = {}): GivenScope => ({ ...EVERYWHERE, ...scope });

/** What became of a change, or why it was refused. */
export function told(reply: FastifyReply, outcome: object): object {
  if (!isAccessRefusal(outcome)) return outcome;
  const { refused, ...where } = outcome;
  return sendProblem(reply, refused, where);
}

function shown(reply: FastifyReply, outcome: Shown | AccessRefusal): object {
  if (isAccessRefusal(outcome)) return told(reply, outcome);
  // A token must not lie in a cache.
  void reply.code(201).header('cache-control', 'no-store');
  return { ...outcome.key, secret: outcome.token };
}
