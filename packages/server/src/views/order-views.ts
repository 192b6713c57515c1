import { isDeepStrictEqual } from 'node:util';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { query as send, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import type { PersonalKeys } from '../personal-data/keys.js';

/** What somebody saves: filters and sort of the order list in the words of the API, and how a screen shows them. */
export interface ViewContent {
  readonly name: string;
  /** True: everybody in the account who may read orders sees it. It shows nobody an order that they may not see. */
  readonly shared: boolean;
  readonly query: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
  readonly position: number;
}

export interface StoredView extends ViewContent {
  readonly viewId: string;
  /** Id of the caller who saved it. */
  readonly owner: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Who asks: `mayChangeShared` lets change and remove the shared views of others. */
export interface Viewer {
  readonly account: string;
  readonly id: string;
  readonly mayChangeShared: boolean;
}

export type ViewRefusal = 'view_not_found' | 'view_of_another' | 'views_too_many' | 'idempotency_key_reused';

export interface OrderViews {
  /** Own and shared ones by position, then id, after the given place. */
  page(
    viewer: Viewer,
    page: { readonly after: readonly [number, string] | null; readonly limit: number },
  ): Promise<readonly StoredView[]>;
  /** Null where there is none, or it is another's own. */
  read(viewer: Viewer, viewId: string): Promise<StoredView | null>;
  /**
   * Refusals: views_too_many; idempotency_key_reused where something else was added under the id. Adding the same again
   * answers what is there.
   */
  add(viewer: Viewer, viewId: string, content: ViewContent): Promise<StoredView | ViewRefusal>;
  /** Refusals: view_not_found, view_of_another. */
  change(viewer: Viewer, viewId: string, content: ViewContent): Promise<StoredView | ViewRefusal>;
  /** Refusals: view_not_found, view_of_another. */
  remove(viewer: Viewer, viewId: string): Promise<'removed' | ViewRefusal>;
}

/** More than a screen can show, and few enough to be read as one page. */
const MOST_OF_ONE_OWNER = 200;

const COLUMNS = `view_id as "viewId", owner, name, shared, query, columns, position, created_at as "createdAt",
  updated_at as "updatedAt"`;

/** The saved views of an account: a plain table. */
export function createOrderViews({
  pool,
  keys,
  now,
}: {
  readonly pool: Pool;
  readonly keys: Pick<PersonalKeys, 'subjectOf'>;
  readonly now: () => string;
}): OrderViews {
  const written = (account: string, { name, shared, query, columns, position }: ViewContent): unknown[] => [
    name,
    shared,
    JSON.stringify(query),
    columns,
    position,
    peopleIn(query, (email) => keys.subjectOf(account, '', null, email)),
    now(),
  ];
  return {
    page: ({ account, id }, { after, limit }) =>
      withAccounts(pool, [account], (client) => pageOf(client, account, id, after, limit)),
    read: ({ account, id }, viewId) =>
      withAccounts(pool, [account], (client) => readVisible(client, account, id, viewId)),
    add: ({ account, id }, viewId, content) =>
      withAccounts(pool, [account], (client) =>
        inTransaction(client, async () => {
          const known = await readVisible(client, account, id, viewId);
          if (known !== null)
            return isUntouched(known) && !sameContent(known, content) ? 'idempotency_key_reused' : known;
          if ((await countOwned(client, account, id)) >= MOST_OF_ONE_OWNER) return 'views_too_many';
          return insertView(client, [account, viewId, id, ...written(account, content)]);
        }),
      ),
    change: ({ account, ...viewer }, viewId, content) =>
      withAccounts(pool, [account], (client) =>
        inTransaction(client, async () => {
          const refusal = await refusalToChange(client, account, viewer, viewId);
          return refusal ?? updateView(client, [account, viewId, ...written(account, content)]);
        }),
      ),
    remove: ({ account, ...viewer }, viewId) =>
      withAccounts(pool, [account], (client) =>
        inTransaction(client, async () => {
          const refusal = await refusalToChange(client, account, viewer, viewId);
          if (refusal !== null) return refusal;
          await send(client, { text: 'delete from order_views where account = $1 and view_id = $2' }, [
            account,
            viewId,
          ]);
          return 'removed';
        }),
      ),
  };
}

const isUntouched = ({ createdAt, updatedAt }: StoredView): boolean => createdAt.getTime() === updatedAt.getTime();

function sameContent(one: ViewContent, other: ViewContent): boolean {
  const { name, shared, columns, position, query } = one;
  return isDeepStrictEqual(
    { name, shared, columns, position, query },
    { name: other.name, shared: other.shared, columns: other.columns, position: other.position, query: other.query },
  );
}

/** Whom the filters by mail address and customer name. Words of a search cannot be traced to anybody. */
function peopleIn(query: Readonly<Record<string, unknown>>, subjectOf: (email: string) => string): string[] {
  const texts = (field: string): string[] =>
    [query[field]].flat().filter((value): value is string => typeof value === 'string');
  return [...new Set([...texts('customerId').map((id) => `customer:${id}`), ...texts('email').map(subjectOf)])];
}

type ViewRow = StoredView & QueryResultRow;

async function pageOf(
  client: PoolClient,
  account: string,
  viewer: string,
  after: readonly [number, string] | null,
  limit: number,
): Promise<StoredView[]> {
  const { rows } = await send<ViewRow>(
    client,
    {
      name: 'list_order_views',
      text: `select ${COLUMNS} from order_views
              where account = $1 and (owner = $2 or shared) and (position, view_id) > ($3, $4)
              order by position, view_id limit $5`,
    },
    [account, viewer, ...(after ?? [-1, '']), limit],
  );
  return rows;
}

async function readVisible(
  client: PoolClient,
  account: string,
  viewer: string,
  viewId: string,
): Promise<StoredView | null> {
  const { rows } = await send<ViewRow>(
    client,
    {
      name: 'read_order_view',
      text: `select ${COLUMNS} from order_views where account = $1 and view_id = $2 and (owner = $3 or shared)`,
    },
    [account, viewId, viewer],
  );
  return rows[0] ?? null;
}

async function countOwned(client: PoolClient, account: string, owner: string): Promise<number> {
  const { rows } = await send<{ views: number }>(
    client,
    { text: 'select count(*)::int as views from order_views where account = $1 and owner = $2' },
    [account, owner],
  );
  return rows[0]?.views ?? 0;
}

/** Locks the view, so that nobody else takes it away or back between the look and the change. */
async function refusalToChange(
  client: PoolClient,
  account: string,
  { id, mayChangeShared }: Omit<Viewer, 'account'>,
  viewId: string,
): Promise<ViewRefusal | null> {
  const { rows } = await send<{ owner: string; shared: boolean }>(
    client,
    { text: 'select owner, shared from order_views where account = $1 and view_id = $2 for update' },
    [account, viewId],
  );
  const [view] = rows;
  if (view?.owner === id) return null;
  if (view?.shared !== true) return 'view_not_found';
  return mayChangeShared ? null : 'view_of_another';
}

/** Two that add under one id at once: the second finds what the first has written. */
async function insertView(client: PoolClient, values: readonly unknown[]): Promise<StoredView> {
  const { rows } = await send<ViewRow>(
    client,
    {
      text: `insert into order_views
               (account, view_id, owner, name, shared, query, columns, position, people, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
             on conflict (account, view_id) do update set position = order_views.position
              where order_views.owner = excluded.owner
             returning ${COLUMNS}`,
    },
    values,
  );
  return onlyRow(rows);
}

async function updateView(client: PoolClient, values: readonly unknown[]): Promise<StoredView> {
  const { rows } = await send<ViewRow>(
    client,
    {
      text: `update order_views
                set name = $3, shared = $4, query = $5, columns = $6, position = $7, people = $8, updated_at = $9
              where account = $1 and view_id = $2
             returning ${COLUMNS}`,
    },
    values,
  );
  return onlyRow(rows);
}

function onlyRow(rows: readonly StoredView[]): StoredView {
  const [row] = rows;
  if (row === undefined) throw new Error('a view that was locked is gone');
  return row;
}
