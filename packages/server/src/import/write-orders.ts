import type { ImportOrder } from '@docket/core/order/placing-commands';
import { decide } from '@docket/core/order/decide';
import type { ActorRef } from '@docket/core/order/decision';
import type { Order } from '@docket/core/order/order';
import { isRefusal, REFUSALS, type Refusal } from '@docket/core/order/refusals';
import { shownStatus } from '@docket/core/order/status';
import { newIdentity } from '../attempt.js';
import type { Committer } from '../committer/committer.js';
import { writtenOrder, type WrittenOrder } from '../committer/order-write.js';
import { query, withAccounts } from '../database/pool.js';
import { type EventLog, foldEvents, readEvents } from '../event-log/read-events.js';
import { newCommandId } from '../event-log/seal-events.js';
import { uniqueIds } from '../event-log/unique-ids.js';
import type { FactsCache } from '../facts.js';
import type { NumberBlocks } from '../number-blocks.js';
import type { ImportRecord, Rejection } from './import-record.js';

export interface WriteOrdersDependencies {
  readonly log: EventLog;
  readonly facts: FactsCache;
  readonly numbers: NumberBlocks;
  readonly committer: Committer;
  readonly clock: () => string;
}

/** What became of records. */
export interface WrittenRecords {
  readonly orders: readonly Order[];
  /** Orders that were there already. */
  readonly present: number;
  readonly rejected: readonly Rejection[];
}

interface Importing {
  readonly account: string;
  /** As the mapping names it: records are known by their external id of this source. */
  readonly source: string;
  readonly actor: ActorRef;
  readonly reason: string;
  /** An earlier run of the same import may have written these records without noting them: its orders count as written. */
  readonly again: boolean;
}

/**
 * Writes the orders of records, all of them in one unit of the committer: one transaction, one call of the commit
 * function, and the same rows as a command would write. An order whose external id is there is passed over, so that
 * writing the same records again writes nothing. Where the unit cannot be written, its orders are tried one by one.
 */
export async function writeOrders(
  dependencies: WriteOrdersDependencies,
  importing: Importing,
  records: readonly ImportRecord[],
): Promise<WrittenRecords> {
  const { account, source } = importing;
  const known = await knownIds(dependencies.log, account, records);
  const fresh = records.filter((record) => record.order !== null && !known.has(nameOf(source, record.record)));
  const present = records.filter(({ order }) => order !== null).length - fresh.length;
  const own = importing.again && present > 0 ? await ownOrders(dependencies.log, importing, records) : [];
  const rejected = records.flatMap((record) => record.rejected);
  const decided: Decided[] = [];
  const skus = fresh.flatMap(({ order }) => order?.lines.map(({ sku }) => sku) ?? []);
  const { facts } = await dependencies.facts.of(account, skus);
  const taken = new Set(known);
  for (const record of fresh) {
    if (record.order === null) continue;
    const one = await decideOne(dependencies, importing, facts, { record, order: record.order });
    if (isRefusal(one)) rejected.push(...rejectionsOf(record, reasonOf(one)));
    else {
      const clash = uniqueIds(one.written.order).find(([of, id]) => taken.has(nameOf(of, id)));
      if (clash !== undefined) rejected.push(...rejectionsOf(record, clashOf(clash)));
      else {
        for (const [of, id] of uniqueIds(one.written.order)) taken.add(nameOf(of, id));
        decided.push(one);
      }
    }
  }
  const orders: Order[] = [];
  for (const unit of units(decided)) orders.push(...(await commit(dependencies.committer, account, unit, rejected)));
  return { orders: [...own, ...orders], present: present - own.length, rejected };
}

/** Orders of these records that this import has written, as it wrote them. */
async function ownOrders(
  log: EventLog,
  { account, source, reason }: Importing,
  records: readonly ImportRecord[],
): Promise<Order[]> {
  const { rows } = await withAccounts(log.pool, [account], (client) =>
    query<{ order_id: string }>(
      client,
      {
        name: 'find_own_orders',
        text: `select i.order_id
                 from order_external_ids i
                 join events e
                   on e.account = i.account and e.stream_kind = 'order' and e.stream_id = i.order_id and e.version = 1
                where i.account = $1 and i.source = $2 and i.external_id = any($3) and e.reason = $4`,
      },
      [account, source, records.flatMap(({ order, record }) => (order === null ? [] : [record])), reason],
    ),
  );
  const orders: Order[] = [];
  for (const { order_id: orderId } of rows) {
    orders.push(await foldEvents(log, await readEvents(log, account, orderId, { to: 1 })));
  }
  return orders;
}

/** Lines that one unit may hold: some 10 MB on the wire. */
const MOST_LINES = 10_000;
const MOST_ORDERS = 200;

/** Usually one; the records of one key may be many, and orders may be long. */
function units(decided: readonly Decided[]): Decided[][] {
  const made: Decided[][] = [];
  let lines = MOST_LINES;
  for (const one of decided) {
    lines += one.written.order.lines.length;
    const last = made.at(-1);
    if (last === undefined || lines > MOST_LINES || last.length === MOST_ORDERS) {
      made.push([one]);
      lines = one.written.order.lines.length;
    } else last.push(one);
  }
  return made;
}

interface Decided {
  readonly record: ImportRecord;
  readonly written: WrittenOrder;
}

async function decideOne(
  { log, numbers, clock }: WriteOrdersDependencies,
  { account, actor, reason }: Importing,
  facts: Parameters<typeof decide>[2],
  { record, order: command }: { readonly record: ImportRecord; readonly order: ImportOrder },
): Promise<Decided | Refusal> {
  const at = clock();
  const identity = await newIdentity({ numbers }, account);
  const decision = decide(null, command, facts, { at, actor, reason, identity });
  if (isRefusal(decision)) return decision;
  const written = writtenOrder({
    account,
    orderId: identity.orderId,
    before: null,
    events: decision.events,
    claims: decision.claims,
    workflows: facts.workflows,
    occasion: { at, actor: actor.id, reason, commandId: newCommandId() },
    keys: log.keys,
  });
  return { record, written };
}

async function commit(
  committer: Committer,
  account: string,
  decided: readonly Decided[],
  rejected: Rejection[],
): Promise<Order[]> {
  if (decided.length === 0) return [];
  const answer = await committer.commit({ accounts: [account], orders: decided.map(({ written }) => written.write()) });
  if (answer.kind === 'ok') return decided.map(({ written }) => written.order);
  if (decided.length > 1) {
    const orders: Order[] = [];
    for (const one of decided) orders.push(...(await commit(committer, account, [one], rejected)));
    return orders;
  }
  const [one] = decided;
  if (answer.kind !== 'duplicate_key' || one === undefined) {
    throw new Error(`an imported order was answered with ${answer.kind}`);
  }
  rejected.push(...rejectionsOf(one.record, 'external_id_taken: somebody took its id or number meanwhile'));
  return [];
}

/** Of all ids and numbers that the records would take, those that some order has. */
async function knownIds(
  log: EventLog,
  account: string,
  records: readonly ImportRecord[],
): Promise<ReadonlySet<string>> {
  const ids = records.flatMap(({ order }) =>
    order === null ? [] : uniqueIds({ head: { externalIds: order.externalIds ?? {}, number: order.number ?? null } }),
  );
  const { rows } = await withAccounts(log.pool, [account], (client) =>
    query<{ source: string; external_id: string }>(
      client,
      {
        name: 'find_taken_ids',
        text: 'select source, external_id from taken_order_ids($1, $2, $3)',
      },
      [account, ids.map(([source]) => source), ids.map(([, id]) => id)],
    ),
  );
  return new Set(rows.map(({ source, external_id }) => nameOf(source, external_id)));
}

const nameOf = (source: string, id: string): string => `${source}\n${id}`;

/** `#` is the source of displayed numbers. */
const clashOf = ([source, id]: readonly [string, string]): string =>
  source === '#'
    ? `order_number_taken: another order is called ${id}`
    : `external_id_taken: another order has the ${source} id ${id}`;

const rejectionsOf = ({ behind }: ImportRecord, reason: string): readonly Rejection[] =>
  behind.map((row) => (row.reason === '' ? { ...row, reason } : row));

function reasonOf({ refused, pointer }: Refusal): string {
  return `${refused}${pointer === undefined ? '' : ` at ${pointer}`}: ${REFUSALS[refused].meaning}`;
}

/** What the statistics count an order under. */
export const statusAndMonth = (order: Order): { status: string; month: string; currency: string; total: number } => ({
  status: shownStatus(order),
  month: order.head.createdAt.slice(0, 7),
  currency: order.head.currency,
  total: order.head.totals.total,
});
