import type { Refusal } from '@docket/core/order/refusals';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TProperties } from 'typebox';
import { sightOf } from '../../access/sight.js';
import type { Edit } from '../../settings-history/record-change.js';
import type { Missing, SettingStore, TooMany } from '../../settings-history/setting-store.js';
import { actorOf, callerOf } from '../auth.js';
import { contentTag, isKnownContent, refuseOtherContent } from '../content-tags.js';
import { idempotencyOf } from '../idempotency.js';
import { type ProblemCode, RequestProblem } from '../problem.js';
import { answers, SETTING_HEADERS } from './answers.js';
import { type KeyedPage, marks, paged } from './page-marks.js';
import { closed, ref } from './schemas/fields.js';
import { loadBody } from './schemas/loading.js';
import { PageQuery } from './schemas/paging.js';
import type { SettingResource } from './setting-resources.js';
import { addChangesOfOne, type SettingsChanges } from './settings-changes-routes.js';

/** 1,000 customers with all their fields stay under this. */
const LOAD_BYTES = 4 * 1024 * 1024;

/** What a list answers that is asked for more than its next page. */
export interface SettingSearch<Row> {
  readonly parameters: TProperties;
  /** Null: nothing is looked for. */
  readonly page: (
    request: FastifyRequest,
    page: { readonly after: string | null; readonly limit: number },
  ) => Promise<KeyedPage<Row> | null>;
}

interface KeyedRequest {
  Params: Record<string, string>;
}

/**
 * The routes of one kind of setting: list, get, put, patch, delete, load, and its history. Writing the same twice changes
 * nothing, so no idempotency key is needed; it is read to be refused where it is malformed, as on every write.
 */
export function addSettingRoutes<Row extends object>(
  app: FastifyInstance,
  store: SettingStore<Row>,
  changes: SettingsChanges,
  now: () => string,
  resource: SettingResource<Row>,
  search?: SettingSearch<Row>,
): void {
  const { name, path, kind, view, edit, schemas, defaults } = resource;
  const shown = (request: FastifyRequest, row: Row): Row => resource.shown?.(row, sightOf(callerOf(request))) ?? row;
  const { keyName } = schemas;
  const one = `${path}/:${keyName}` as const;
  const params = closed({ [keyName]: schemas.key });
  const keyOf = (request: FastifyRequest<KeyedRequest>): string => request.params[keyName] ?? '';
  const keyOfRow = (row: Row): string => String((row as Record<string, unknown>)[keyName]);
  const plural = path.slice(1).replaceAll('-', ' ');
  const tags = [resource.tag ?? (resource.loaded ? 'loading' : 'settings')];

  const checked = (row: Row): Row => {
    const refusal = resource.check(row);
    if (refusal === null) return row;
    const { refused, ...where } = refusal;
    throw new RequestProblem(refused, where);
  };

  const pageOf = async (request: FastifyRequest, after: string | null, limit: number): Promise<KeyedPage<Row>> => {
    const [key = ''] = marks(after, 1);
    const rows = await store.page(callerOf(request).account, key, limit + 1);
    return paged(rows, limit, (row) => [keyOfRow(row)]);
  };

  app.get<{ Querystring: PageQuery }>(
    path,
    {
      config: { permission: view },
      schema: {
        operationId: `list${name}`,
        tags,
        summary: `Read ${plural}`,
        querystring: closed({ ...PageQuery.properties, ...search?.parameters }),
        response: answers(200, 'A page in the order of the keys.', `${name}Page`, []),
      },
    },
    async (request) => {
      const { after = null, limit = 100 } = request.query;
      const found = (await search?.page(request, { after, limit })) ?? (await pageOf(request, after, limit));
      return { ...found, items: found.items.map((row) => shown(request, row)) };
    },
  );

  app.get<KeyedRequest>(
    one,
    {
      config: { permission: view },
      schema: {
        operationId: `get${name}`,
        tags,
        summary: 'Read one',
        params,
        response: answers(200, 'It, with its ETag.', name, ['404']),
      },
    },
    async (request, reply) => {
      const stored = await store.get(callerOf(request).account, keyOf(request));
      if (stored === null) throw notFound(kind, keyOf(request));
      const row = shown(request, stored);
      void reply.header('etag', contentTag(row));
      return isKnownContent(request, row) ? reply.code(304).send() : row;
    },
  );

  const changeRoute = (
    method: 'PUT' | 'PATCH',
    summary: string,
    next: (before: Row | null, request: FastifyRequest<KeyedRequest>) => Row,
  ): void => {
    app.route<KeyedRequest>({
      method,
      url: one,
      config: { permission: edit },
      schema: {
        operationId: `${method === 'PUT' ? 'put' : 'change'}${name}`,
        tags,
        summary,
        params,
        headers: SETTING_HEADERS,
        body: ref(method === 'PUT' ? schemas.body : schemas.patch),
        response: {
          ...answers(200, 'As it is now, with its ETag.', name, ['404', '409', '412', '413', '415']),
          ...(method === 'PUT' ? { 201: { description: 'It is new.', $ref: `${name}#` } } : {}),
        },
      },
      handler: async (request, reply) => {
        const key = keyOf(request);
        const answer = await store.change(editOf(request, now), key, (before) => {
          refuseOtherContent(request, before === null ? null : shown(request, before));
          return checked(next(before, request));
        });
        if ('problem' in answer) throw notWritten(answer);
        return sendRow(reply, shown(request, answer.row), answer.created);
      },
    });
  };
  changeRoute('PUT', 'Add it, or replace what is there', (_before, request) => {
    return { ...defaults, ...(request.body as object), [keyName]: keyOf(request) } as Row;
  });
  changeRoute('PATCH', 'Change some of its fields', (before, request) => {
    if (before === null) throw notFound(kind, keyOf(request));
    return { ...before, ...(request.body as object) };
  });

  app.delete<KeyedRequest>(
    one,
    {
      config: { permission: edit },
      schema: {
        operationId: `remove${name}`,
        tags,
        summary: resource.removed === 'yes' ? 'Take it away' : 'Refused: it is kept, and can be forgotten',
        params,
        headers: SETTING_HEADERS,
        response: answers(200, 'As it was.', name, ['404', '409', '412']),
      },
    },
    async (request) => {
      const key = keyOf(request);
      let removed: Row | undefined;
      const answer = await store.remove(editOf(request, now), key, (before) => {
        refuseOtherContent(request, shown(request, before));
        if (resource.removed !== 'yes') throw new RequestProblem(resource.removed);
        removed = before;
      });
      if (answer === true) return removed === undefined ? undefined : shown(request, removed);
      if (answer === false) throw notFound(kind, key);
      throw new RequestProblem('setting_in_use', { details: { kind, key, by: answer.by } });
    },
  );

  if (resource.loaded) {
    app.post<{ Body: { items: readonly object[] } }>(
      path,
      {
        config: { permission: edit },
        bodyLimit: LOAD_BYTES,
        schema: {
          operationId: `load${name}`,
          tags,
          summary: `Load ${plural}`,
          headers: SETTING_HEADERS,
          description: 'Up to 1,000 rows; each takes the place of what was there under its key. All of them or none.',
          body: loadBody(schemas.input),
          response: answers(200, 'How many rows were loaded.', 'LoadAnswer', ['409', '413', '415']),
        },
      },
      async (request) => {
        const rows = request.body.items.map((item) => ({ ...defaults, ...item }) as Row);
        refuseBadRows(rows, keyOfRow, resource.check);
        const answer = await store.load(editOf(request, now), rows);
        if (answer !== 'ok') throw notLoaded(answer);
        return { loaded: rows.length };
      },
    );
  }

  addChangesOfOne(app, changes, { path: one, name, kind, params: { [keyName]: schemas.key }, view });
}

type PageQuery = { after?: string; limit?: number };

/** Who changes what, when. Refusal: header_invalid. */
export function editOf(request: FastifyRequest, now: () => string): Required<Edit> {
  idempotencyOf(request);
  return { account: callerOf(request).account, at: now(), actor: actorOf(request).id };
}

/** Answers with a setting as it is now. */
export function sendRow(reply: FastifyReply, row: object, created: boolean): FastifyReply {
  return reply
    .code(created ? 201 : 200)
    .header('etag', contentTag(row))
    .send(row);
}

export const notFound = (kind: string, key: string): RequestProblem =>
  new RequestProblem('setting_not_found', { details: { kind, key } });

const UNKNOWN: Readonly<Record<string, ProblemCode>> = {
  place: 'stock_place_unknown',
  store: 'store_unknown',
  defaultStore: 'store_unknown',
  defaultChannel: 'channel_unknown',
  defaultWorkflow: 'workflow_unknown',
};

/** Why one row was not written. */
export const notWritten = (answer: Missing | TooMany): RequestProblem =>
  answer.problem === 'missing' ? missing(answer, `/${answer.field}`) : tooMany(answer);

/** Why none of the rows of a load was written. */
export const notLoaded = (answer: Missing | TooMany): RequestProblem =>
  answer.problem === 'missing' ? missing(answer, `/items/${answer.index}/${answer.field}`) : tooMany(answer);

const tooMany = ({ limit }: TooMany): RequestProblem => new RequestProblem('settings_too_many', { details: { limit } });

export function missing({ field, value }: Missing, pointer: string): RequestProblem {
  return new RequestProblem(UNKNOWN[field] ?? 'reference_unknown', { pointer, details: { [field]: value } });
}

/** Two rows under one key (which of them would win?), and the first row that its check refuses. */
function refuseBadRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  check: (row: Row) => Refusal | null,
): void {
  const keys = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const refusal = check(row);
    if (refusal !== null) {
      const { refused, pointer = '', ...where } = refusal;
      throw new RequestProblem(refused, { ...where, pointer: `/items/${index}${pointer}` });
    }
    const key = keyOf(row);
    if (keys.has(key)) throw new RequestProblem('duplicate_id', { pointer: `/items/${index}`, details: { key } });
    keys.add(key);
  }
}
