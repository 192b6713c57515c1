import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import type { Permission } from '../../access/permissions.js';
import type { ChangesQuery, RecordedChange } from '../../settings-history/list-changes.js';
import type { SettingKind } from '../../settings-history/setting-kinds.js';
import { callerOf } from '../auth.js';
import { answers } from './answers.js';
import { idMark, type KeyedPage, paged } from './page-marks.js';
import { closed } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { SettingsChangesQuery } from './schemas/settings-changes.js';

/** The history of settings as the routes see it. */
export interface SettingsChanges {
  list(account: string, filter: ChangesQuery): Promise<readonly RecordedChange[]>;
}

/** Every change of a setting, newest first. */
export function addSettingsChangesRoute(app: FastifyInstance, changes: SettingsChanges): void {
  app.get<{ Querystring: SettingsChangesQuery }>(
    '/settings-changes',
    {
      config: { permission: 'settings.view' },
      schema: {
        operationId: 'listSettingsChanges',
        tags: ['settings'],
        summary: 'Who changed which setting, newest first',
        querystring: SettingsChangesQuery,
        response: answers(200, 'A page of changes.', 'SettingsChangePage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 100, ...filter } = request.query;
      return pageOf(changes, callerOf(request).account, filter, after, limit);
    },
  );
}

interface ChangesOfOne {
  /** Of the thing itself, such as `/products/:sku`. */
  readonly path: `/${string}/:${string}`;
  /** For the operation id: `Product`. */
  readonly name: string;
  readonly kind: SettingKind;
  /** What its address names, by the name of the parameter. */
  readonly params: Readonly<Record<string, TSchema>>;
  /** Whoever may read the thing may read its history. */
  readonly view: Permission;
}

/** `GET …/:id/changes`: the history of one setting, also when it is gone. */
export function addChangesOfOne(app: FastifyInstance, changes: SettingsChanges, of: ChangesOfOne): void {
  const [parameter = ''] = Object.keys(of.params);
  app.get<{ Params: Record<string, string>; Querystring: { after?: string; limit?: number } }>(
    `${of.path}/changes`,
    {
      config: { permission: of.view },
      schema: {
        operationId: `list${of.name}Changes`,
        tags: ['settings'],
        summary: 'Who changed it, newest first',
        params: closed(of.params),
        querystring: PageQuery,
        response: answers(
          200,
          'A page of changes; empty where there never was such a thing.',
          'SettingsChangePage',
          [],
        ),
      },
    },
    async (request) => {
      const { after = null, limit = 100 } = request.query;
      const filter = { kind: of.kind, key: request.params[parameter] ?? '' };
      return pageOf(changes, callerOf(request).account, filter, after, limit);
    },
  );
}

async function pageOf(
  changes: SettingsChanges,
  account: string,
  filter: Omit<ChangesQuery, 'before' | 'limit'>,
  after: string | null,
  limit: number,
): Promise<KeyedPage<RecordedChange>> {
  const before = idMark(after);
  const older = before === null ? {} : { before };
  const rows = await changes.list(account, { ...filter, ...older, limit: limit + 1 });
  return paged(rows, limit, ({ id }) => [String(id)]);
}
