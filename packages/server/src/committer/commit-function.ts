import { STATE_SCHEMA } from '@docket/core/order/order';
import pg from 'pg';
import { type OrderClaims, sumDemand } from '../claims/stock-demand.js';
import { query } from '../database/pool.js';
import { bigintArray, byteaArray, intArray, textArray } from './binary-array.js';
import { consignmentsOf } from './consignment-write.js';
import type { ClaimFailed, Unit, UnitAnswer, UseFailed } from './unit.js';

/** The seq of each account's last event after a batch. */
export type LastSeqs = ReadonlyMap<string, number>;

/** A batch that was not written: the units that fail for sure, by position. Empty: each must be tried alone. */
export class BatchRefused extends Error {
  readonly answers: ReadonlyMap<number, UnitAnswer>;

  constructor(answers: ReadonlyMap<number, UnitAnswer>) {
    super('the batch was not written');
    this.answers = answers;
  }
}

/**
 * Writes a batch by one call of `commit_batch` (migrations/005_commit.sql, 150_documents.sql; what comes before it in 170, 215 and 240), on a connection that sees its accounts.
 *
 * @throws BatchRefused where a unit cannot be written; then nothing was.
 */
export async function commitBatch(client: pg.ClientBase, units: readonly Unit[]): Promise<LastSeqs> {
  const heads = headsOf(units);
  const values = [
    ...idempotencyColumns(units),
    ...newOrderColumns(units),
    ...changedOrderColumns(units),
    ...stockColumns(units),
    ...readModelColumns(units),
    ...headColumns(units, heads),
    ...eventColumns(units, heads),
    STATE_SCHEMA,
  ];
  try {
    const before = beforeCommit(units);
    const { rows } = await query<{ seqs: number[] }>(client, statementAfter(before, values.length), [
      ...values,
      ...before.map(({ rows: asked }) => asked),
    ]);
    const seqs = rows[0]?.seqs ?? [];
    return new Map(heads.map(({ account }, index) => [account, seqs[index] ?? 0]));
  } catch (error) {
    throw refusedBatch(error, units.length) ?? error;
  }
}

let statement: { name: string; text: string } | undefined;

function commitStatement(parameters: number): { name: string; text: string } {
  statement ??= {
    name: 'commit_batch',
    text: `select commit_batch(${Array.from({ length: parameters }, (_, index) => `$${index + 1}`).join(', ')}) as seqs`,
  };
  return statement;
}

/** What is done before everything that `commit_batch` locks: the rows are those of the batch, as JSON. */
interface Before {
  readonly does: 'apply_promotion_uses' | 'confirm_order_drafts' | 'take_draft_orders' | 'apply_consignments';
  readonly rows: string;
}

/** In one order in every batch, so two batches meet in it; a batch that has nothing for one does not wait for it. */
function beforeCommit(units: readonly Unit[]): readonly Before[] {
  const uses = usesOf(units);
  const drafts = draftsOf(units);
  const draftOrders = draftOrdersOf(units);
  const consignments = consignmentsOf(units);
  return [
    ...(uses === null ? [] : [{ does: 'apply_promotion_uses' as const, rows: uses }]),
    ...(drafts === null ? [] : [{ does: 'confirm_order_drafts' as const, rows: drafts }]),
    ...(draftOrders === null ? [] : [{ does: 'take_draft_orders' as const, rows: draftOrders }]),
    ...(consignments === null ? [] : [{ does: 'apply_consignments' as const, rows: consignments }]),
  ];
}

const statements = new Map<string, { readonly name: string; readonly text: string }>();

/** One statement and so one transaction: each step waits for the one before it. */
function statementAfter(before: readonly Before[], parameters: number): { name: string; text: string } {
  if (before.length === 0) return commitStatement(parameters);
  const name = ['commit_batch', ...before.map(({ does }) => does)].join('_');
  let found = statements.get(name);
  if (found === undefined) {
    const steps = before.map(({ does }, index) => {
      const after = index === 0 ? '' : ` from step_${index}`;
      return `step_${index + 1} as materialized (select ${does}($${parameters + index + 1})${after})`;
    });
    const text = `with ${steps.join(', ')} ${commitStatement(parameters).text} from step_${before.length}`;
    found = { name, text };
    statements.set(name, found);
  }
  return found;
}

/** The drafts that the batch confirms, as JSON; null where there are none. */
function draftsOf(units: readonly Unit[]): string | null {
  const drafts = units.flatMap(({ draft }, unit) => {
    if (draft === undefined) return [];
    const { account, draftId, revision, at, versionBefore, versionAfter, agreedBy } = draft;
    const versions = { version_before: versionBefore, version_after: versionAfter };
    return [{ unit, account, draft: draftId, revision, at, ...versions, agreed_by: agreedBy }];
  });
  return drafts.length === 0 ? null : JSON.stringify(drafts);
}

/** The draft orders that become orders, as JSON; null where there are none. */
function draftOrdersOf(units: readonly Unit[]): string | null {
  const taken = units.flatMap(({ draftOrder, orders }, unit) => {
    if (draftOrder === undefined) return [];
    const { account, draftOrderId: draft, version, total, at, actor } = draftOrder;
    const [order] = orders;
    return [{ unit, account, draft, version, order: order?.orderId, subject: order?.key?.subject, total, at, actor }];
  });
  return taken.length === 0 ? null : JSON.stringify(taken);
}

/** The uses of promotions that the batch takes and gives back, as JSON; null where there are none. */
function usesOf(units: readonly Unit[]): string | null {
  const uses = units.flatMap((unit, index) =>
    unit.orders.flatMap(({ account, orderId, events, uses: claims }) =>
      claims.map((claim) => ({ unit: index, account, order: orderId, at: last(events).at, ...claim })),
    ),
  );
  return uses.length === 0 ? null : JSON.stringify(uses);
}

function idempotencyColumns(units: readonly Unit[]): unknown[] {
  const entries = units.flatMap(({ idempotency }) => idempotency ?? []);
  return [
    textArray(entries.map(({ account }) => account)),
    textArray(entries.map(({ credential }) => credential)),
    textArray(entries.map(({ key }) => key)),
    textArray(entries.map(({ content }) => content)),
    textArray(entries.map(({ orderId }) => orderId)),
    intArray(entries.map(({ version }) => version)),
    textArray(entries.map(({ outcome }) => outcome)),
    textArray(entries.map(({ at }) => at)),
  ];
}

/** What the last event of each order left, column by column. */
const stateColumns = (orders: readonly Pick<Unit['orders'][number], 'events' | 'state'>[]): unknown[] => [
  intArray(orders.map(({ events }) => last(events).version)),
  byteaArray(orders.map(({ events }) => last(events).hash)),
  textArray(orders.map(({ state }) => state.head)),
  textArray(orders.map(({ state }) => state.lines)),
  textArray(orders.map(({ state }) => state.documents)),
  textArray(orders.map(({ state }) => state.carried)),
];

function newOrderColumns(units: readonly Unit[]): unknown[] {
  const orders = units.flatMap((unit) => unit.orders.filter(({ expectedVersion }) => expectedVersion === 0));
  const ids = orders.flatMap(({ account, orderId, externalIds }) =>
    externalIds.map(([source, id]) => ({ account, orderId, source, id })),
  );
  return [
    textArray(orders.map(({ account }) => account)),
    textArray(orders.map(({ orderId }) => orderId)),
    ...stateColumns(orders),
    textArray(orders.map(({ key }) => key?.subject ?? null)),
    byteaArray(orders.map(({ key }) => key?.wrapped ?? null)),
    textArray(ids.map(({ account }) => account)),
    textArray(ids.map(({ source }) => source)),
    textArray(ids.map(({ id }) => id)),
    textArray(ids.map(({ orderId }) => orderId)),
  ];
}

function changedOrderColumns(units: readonly Unit[]): unknown[] {
  const orders = units.flatMap((unit, index) =>
    unit.orders.filter(({ expectedVersion }) => expectedVersion > 0).map((order) => ({ ...order, unit: index })),
  );
  // The order in which their rows are locked.
  orders.sort((a, b) => (`${a.account}/${a.orderId}` < `${b.account}/${b.orderId}` ? -1 : 1));
  return [
    intArray(orders.map(({ unit }) => unit)),
    textArray(orders.map(({ account }) => account)),
    textArray(orders.map(({ orderId }) => orderId)),
    intArray(orders.map(({ expectedVersion }) => expectedVersion)),
    ...stateColumns(orders),
  ];
}

function stockColumns(units: readonly Unit[]): unknown[] {
  const { demands, movements } = sumDemand(
    units.flatMap((unit, index) => [
      ...reservationsOf(unit, index),
      ...unit.orders.map(({ account, orderId, events, claims }) => ({
        unit: index,
        account,
        orderId,
        at: last(events).at,
        claims,
      })),
    ]),
  );
  return [
    textArray(demands.map(({ account }) => account)),
    textArray(demands.map(({ sku }) => sku)),
    textArray(demands.map(({ place }) => place)),
    bigintArray(demands.map(({ onHand }) => onHand)),
    bigintArray(demands.map(({ claimed }) => claimed)),
    bigintArray(demands.map(({ confirmed }) => confirmed)),
    intArray(movements.map(({ unit }) => unit)),
    intArray(movements.map(({ demand }) => demand)),
    textArray(movements.map(({ orderId }) => orderId)),
    textArray(movements.map(({ claim }) => (claim.lineId === '' ? null : claim.lineId))),
    textArray(movements.map(({ claim }) => claim.kind)),
    bigintArray(movements.map(({ claim }) => claim.quantity)),
    bigintArray(movements.map(({ delta }) => delta.onHand)),
    bigintArray(movements.map(({ delta }) => delta.claimed)),
    bigintArray(movements.map(({ delta }) => delta.confirmed)),
    bigintArray(movements.map(({ then }) => then.onHand)),
    bigintArray(movements.map(({ then }) => then.claimed)),
    bigintArray(movements.map(({ then }) => then.confirmed)),
    textArray(movements.map(({ at }) => at)),
  ];
}

/** What draft orders give back: summed with what their orders claim, so together they need no piece more. */
const reservationsOf = ({ draftOrder }: Unit, unit: number): readonly OrderClaims[] => {
  if (draftOrder === undefined) return [];
  const { account, draftOrderId: orderId, at, claims } = draftOrder;
  return [{ unit, account, orderId, at, claims }];
};

function readModelColumns(units: readonly Unit[]): unknown[] {
  const orders = units.flatMap(({ orders }) => orders);
  const set = orders.flatMap(({ timers }) => timers.set);
  const removed = orders.flatMap(({ timers }) => timers.removed);
  return [
    textArray(set.map(({ account }) => account)),
    textArray(set.map(({ key }) => key)),
    textArray(set.map(({ due }) => due)),
    textArray(set.map(({ payload }) => payload)),
    textArray(removed.map(({ account }) => account)),
    textArray(removed.map(({ key }) => key)),
    jsonArray(orders.flatMap(({ listInsert }) => listInsert ?? [])),
    jsonArray(orders.flatMap(({ listUpdate }) => listUpdate ?? [])),
    jsonArray(orders.flatMap(({ rollups }) => rollups)),
    jsonArray(orders.flatMap(({ documents }) => documents.set)),
    jsonArray(orders.flatMap(({ documents }) => documents.gone)),
    jsonArray(orders.flatMap(({ documents }) => documents.values)),
    jsonArray(orders.flatMap(({ documents }) => documents.valuesGone)),
  ];
}

const jsonArray = (rows: readonly string[]): string | null => (rows.length === 0 ? null : `[${rows.join(',')}]`);

const streamsOf = ({
  orders,
  consignments = [],
}: Unit): readonly Pick<Unit['orders'][number], 'account' | 'events'>[] => [...orders, ...consignments];

interface Head {
  readonly account: string;
  events: number;
  catalogueVersion: number | null;
}

/** Accounts in the order in which their heads are locked. */
function headsOf(units: readonly Unit[]): Head[] {
  const heads = new Map<string, Head>();
  const headOf = (account: string): Head => {
    const head = heads.get(account) ?? { account, events: 0, catalogueVersion: null };
    heads.set(account, head);
    return head;
  };
  const older = new Map<number, UnitAnswer>();
  for (const unit of units) for (const stream of streamsOf(unit)) headOf(stream.account).events += stream.events.length;
  for (const { accounts, catalogueVersion } of units) {
    if (catalogueVersion === undefined || accounts[0] === undefined) continue;
    const head = headOf(accounts[0]);
    head.catalogueVersion = Math.max(head.catalogueVersion ?? 0, catalogueVersion);
  }
  // Versions only rise, so a unit that read an older one than its neighbour is out of date whatever is stored.
  for (const [index, { accounts, catalogueVersion }] of units.entries()) {
    const newest = heads.get(accounts[0] ?? '')?.catalogueVersion ?? 0;
    if (catalogueVersion !== undefined && catalogueVersion < newest) older.set(index, { kind: 'stale_catalogue' });
  }
  if (older.size > 0) throw new BatchRefused(older);
  return [...heads.values()].sort((a, b) => (a.account < b.account ? -1 : 1));
}

function headColumns(units: readonly Unit[], heads: readonly Head[]): unknown[] {
  return [
    intArray([...units.keys()].filter((index) => units[index]?.catalogueVersion !== undefined)),
    textArray(heads.map(({ account }) => account)),
    intArray(heads.map(({ events }) => events)),
    bigintArray(heads.map(({ catalogueVersion }) => catalogueVersion)),
  ];
}

function eventColumns(units: readonly Unit[], heads: readonly Head[]): unknown[] {
  const events = units.flatMap((unit) => streamsOf(unit).flatMap((stream) => stream.events));
  const positions = new Map(heads.map(({ account }, index) => [account, index + 1]));
  const counted = new Map<string, number>();
  const ordinals = events.map(({ account }) => {
    const ordinal = (counted.get(account) ?? 0) + 1;
    counted.set(account, ordinal);
    return ordinal;
  });
  return [
    intArray(events.map(({ account }) => positions.get(account) ?? 0)),
    intArray(ordinals),
    textArray(events.map(({ streamKind }) => streamKind)),
    textArray(events.map(({ streamId }) => streamId)),
    intArray(events.map(({ version }) => version)),
    textArray(events.map(({ type }) => type)),
    intArray(events.map(({ schema }) => schema)),
    textArray(events.map(({ data }) => data)),
    byteaArray(events.map(({ personal }) => personal)),
    textArray(events.map(({ actor }) => actor)),
    textArray(events.map(({ at }) => at)),
    textArray(events.map(({ reason }) => reason)),
    textArray(events.map(({ commandId }) => commandId)),
    byteaArray(events.map(({ prevHash }) => prevHash)),
    byteaArray(events.map(({ hash }) => hash)),
  ];
}

function last<T>(items: readonly T[]): T {
  const item = items.at(-1);
  if (item === undefined) throw new Error('a unit changes an order without an event');
  return item;
}

const cannotWrite = 'DK001';
const uniqueViolation = '23505';
const deadlock = '40P01';

/** By constraint, what a taken key means. */
const takenKeys: Readonly<Record<string, UnitAnswer>> = {
  idempotency_pkey: { kind: 'duplicate_key', key: 'idempotency' },
  orders_pkey: { kind: 'duplicate_key', key: 'order_id' },
  order_external_ids_pkey: { kind: 'duplicate_key', key: 'external_id' },
};

/** Undefined where the error is none that units can be answered with. */
function refusedBatch(error: unknown, units: number): BatchRefused | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined;
  if (error.code === deadlock) return new BatchRefused(new Map());
  if (error.code === uniqueViolation) {
    const answer = takenKeys[error.constraint ?? ''];
    if (answer === undefined) return undefined;
    return new BatchRefused(units === 1 ? new Map([[0, answer]]) : new Map());
  }
  if (error.code !== cannotWrite) return undefined;
  const answers = new Map<number, UnitAnswer>();
  for (const problem of JSON.parse(error.detail ?? '[]') as Problem[]) {
    if (!answers.has(problem.unit)) answers.set(problem.unit, answerTo(problem));
  }
  return new BatchRefused(answers);
}

type Problem = { readonly unit: number } & (
  | ({ readonly reason: UseFailed['reason'] } & Omit<UseFailed, 'kind' | 'reason'>)
  | { readonly reason: 'version_conflict' | 'stale_catalogue' | 'draft_changed' | 'draft_order_changed' }
  | ({ readonly reason: ClaimFailed['reason'] } & Omit<ClaimFailed, 'kind' | 'reason'>)
);

function answerTo(problem: Problem): UnitAnswer {
  switch (problem.reason) {
    case 'version_conflict':
    case 'stale_catalogue':
    case 'draft_changed':
    case 'draft_order_changed':
      return { kind: problem.reason };
    case 'insufficient_stock':
    case 'stock_not_counted': {
      const { reason, sku, place, requested, available } = problem;
      return { kind: 'claim_failed', reason, sku, place, requested, available };
    }
    case 'promotion_used_up':
    case 'coupon_used_up': {
      const { reason, id, limit, ofCustomer } = problem;
      return { kind: 'use_failed', reason, id, limit, ofCustomer };
    }
    default: {
      const never: never = problem;
      throw new Error(`unknown reason ${JSON.stringify(never)}`);
    }
  }
}
