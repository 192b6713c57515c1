import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { permits, type Permission } from '../../access/permissions.js';
import type { ChangesQuery, RecordedChange } from '../../settings-history/list-changes.js';
import type { SettingKind } from '../../settings-history/setting-kinds.js';
import { callerOf, requirePermission } from '../auth.js';
import { answers } from './answers.js';
import { idMark, type KeyedPage, paged } from './page-marks.js';
import { closed } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { SettingsChangesQuery } from './schemas/settings-changes.js';

/** The history of settings as the routes see it. */
export interface SettingsChanges {
  list(account: string, filter: ChangesQuery): Promise<readonly RecordedChange[]>;
}

/** Whoever may read a setting may read its history, and nobody else. */
const READ_BY = {
  account: 'settings.view',
  store: 'settings.view',
  channel: 'settings.view',
  product: 'catalogue.view',
  stock_place: 'stock.view',
  shipping_method: 'shipping.view',
  carrier: 'orders.view',
  pickup_point: 'orders.view',
  hold_type: 'orders.view',
  return_policy: 'orders.view',
  return_reason: 'orders.view',
  edit_rule: 'orders.view',
  price_list: 'pricing.view',
  price: 'pricing.view',
  promotion: 'pricing.view',
  coupon: 'pricing.view',
  cash_rounding: 'pricing.view',
  tax_rate: 'settings.view',
  tax_settings: 'settings.view',
  number_template: 'settings.view',
  workflow: 'settings.view',
  document_type: 'orders.view',
  custom_fields: 'orders.view',
  payment_provider: 'orders.view',
  credit: 'credits.view',
  role: 'access.view',
  customer: 'customers.view',
  key: 'access.view',
  user: 'users.view',
  forgetting: 'personal.forget',
} as const satisfies Readonly<Record<SettingKind, Permission>>;
const KINDS = Object.keys(READ_BY) as SettingKind[];

/** Every change of a setting, newest first. */
export function addSettingsChangesRoute(app: FastifyInstance, changes: SettingsChanges): void {
  app.get<{ Querystring: SettingsChangesQuery }>(
    '/settings-changes',
    {
      config: { permission: 'settings.view', further: [...new Set(Object.values(READ_BY))] },
      schema: {
        operationId: 'listSettingsChanges',
        tags: ['settings'],
        summary: 'Who changed which setting, newest first',
        description: 'Of the kinds that the caller may read; asked for one that it may not, it is refused.',
        querystring: SettingsChangesQuery,
        response: answers(200, 'A page of changes.', 'SettingsChangePage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 100, ...filter } = request.query;
      const caller = callerOf(request);
      if (filter.kind !== undefined) requirePermission(caller, READ_BY[filter.kind]);
      const kinds = KINDS.filter((kind) => permits(caller.permissions, READ_BY[kind]));
      return pageOf(changes, caller.account, { ...filter, kinds }, after, limit);
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
