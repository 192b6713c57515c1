import type { Command, PlaceOrder } from '@docket/core/order/commands';
import { decide } from '@docket/core/order/decide';
import type { Accepted, ActorRef, Context, Facts, OrderIdentity } from '@docket/core/order/decision';
import type { RecordedEvent } from '@docket/core/order/events';
import { decideLinked } from '@docket/core/order/linked';
import type { Order } from '@docket/core/order/order';
import { isRefusal, refuse, type Refusal } from '@docket/core/order/refusals';
import type { Committer } from './committer/committer.js';
import { writtenOrder, type WrittenOrder } from './committer/order-write.js';
import type { ClaimFailed, IdempotencyEntry, Unit } from './committer/unit.js';
import { linkedOrders } from './event-log/linked-orders.js';
import {
  findIdempotency,
  type IdempotencyRow,
  loadOrder,
  loadOrderKeyed,
  type StoredOrder,
} from './event-log/load-order.js';
import { type EventLog, foldEvents, readEvents } from './event-log/read-events.js';
import { newCommandId, type Occasion } from './event-log/seal-events.js';
import type { FactsCache, KnownFacts } from './facts.js';
import type { NumberBlocks } from './number-blocks.js';

/** A command on its way to an order. */
export interface Envelope {
  readonly account: string;
  /** Absent for `place`, whose id is given here. */
  readonly orderId?: string;
  readonly command: Command;
  readonly actor: ActorRef;
  /** The rule, policy, person or partner behind it; stands beside every event. */
  readonly reason: string;
  /** `content`: sha256 in hex of method, target and body. */
  readonly idempotency?: { readonly credential: string; readonly key: string; readonly content: string };
  /** Refused with version_conflict where the order has another one. */
  readonly expectedVersion?: number;
}

/**
 * `replayed`: the key was used for this very request before; order and events are those of that time.
 * A refusal leaves nothing behind. `order` is the order as it stands, where there is one.
 */
export type Outcome =
  | {
      readonly accepted: true;
      readonly replayed: boolean;
      readonly order: Order;
      readonly events: readonly RecordedEvent[];
    }
  | { readonly accepted: false; readonly refusal: Refusal; readonly order?: Order };

export type Execute = (envelope: Envelope) => Promise<Outcome>;

export interface ExecuteDependencies {
  readonly log: EventLog;
  readonly committer: Committer;
  readonly facts: FactsCache;
  readonly numbers: NumberBlocks;
  /** ISO 8601 with milliseconds, UTC. */
  readonly clock: () => string;
}

/** Commands that lose against other processes this often are told so. */
const mostTries = 8;

/** The one write path: load, fetch facts, decide, commit; again from the start where others were faster. */
export function createExecute(dependencies: ExecuteDependencies): Execute {
  const inTurn = createTurns();
  return (envelope) => {
    const { account, orderId, command } = envelope;
    if (command.type === 'place') return place(dependencies, envelope, command);
    if (orderId === undefined) throw new Error(`${command.type} needs an order`);
    return inTurn(`${account}/${orderId}`, () => change(dependencies, envelope, orderId));
  };
}

/**
 * A placement finds out by the key itself, when it commits, that it was accepted before: that costs the accepted nothing.
 * One that comes no further (the fulfilled order has its seller by now, the price or the stock changed since) asks
 * for the key before it is refused.
 */
async function place(dependencies: ExecuteDependencies, envelope: Envelope, command: PlaceOrder): Promise<Outcome> {
  const outcome = await placeAnew(dependencies, envelope, command);
  const { account, idempotency } = envelope;
  if (outcome.accepted || idempotency === undefined) return outcome;
  const earlier = await findIdempotency(dependencies.log, account, idempotency);
  return earlier === null ? outcome : await replay(dependencies.log, account, idempotency.content, earlier);
}

async function placeAnew(dependencies: ExecuteDependencies, envelope: Envelope, command: PlaceOrder): Promise<Outcome> {
  const { account } = envelope;
  const skus = command.lines.map(({ sku }) => sku);
  const identity = await newIdentity(dependencies.numbers, account, command);
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const known = await dependencies.facts.of(account, skus);
    const orders = await linkedOrders(
      dependencies.log,
      account,
      command.fulfils === undefined ? [] : [command.fulfils],
    );
    const attempt = { orderId: identity.orderId, orders, known, identity };
    const outcome = await decideAndCommit(dependencies, envelope, attempt);
    if (outcome !== 'again') return outcome;
  }
  return { accepted: false, refusal: refuse('version_conflict') };
}

async function change(dependencies: ExecuteDependencies, envelope: Envelope, orderId: string): Promise<Outcome> {
  const { log, facts } = dependencies;
  const { account, idempotency, expectedVersion } = envelope;
  let stored: StoredOrder | null = null;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    if (idempotency === undefined) {
      stored = await loadOrder(log, account, orderId);
    } else {
      const keyed = await loadOrderKeyed(log, account, orderId, idempotency);
      if (keyed?.earlier) return await replay(log, account, idempotency.content, keyed.earlier);
      stored = keyed?.found ?? null;
    }
    if (stored === null) return { accepted: false, refusal: refuse('order_not_found') };
    if (expectedVersion !== undefined && stored.version !== expectedVersion) {
      const refusal = refuse('version_conflict', undefined, { version: stored.version, expected: expectedVersion });
      return { accepted: false, refusal, order: stored.order };
    }
    const known = await facts.of(account, []);
    const partners = stored.order.head.links.filter((link) => link.account === account).map((link) => link.orderId);
    const orders = new Map([[orderId, stored], ...(await linkedOrders(log, account, partners, [orderId]))]);
    const outcome = await decideAndCommit(dependencies, envelope, { orderId, orders, known });
    if (outcome !== 'again') return outcome;
  }
  return { accepted: false, refusal: refuse('version_conflict'), ...(stored === null ? {} : { order: stored.order }) };
}

interface Attempt {
  readonly orderId: string;
  /** The order itself unless it is new, and all linked to it. */
  readonly orders: ReadonlyMap<string, StoredOrder>;
  readonly known: KnownFacts;
  readonly identity?: OrderIdentity;
}

async function decideAndCommit(
  dependencies: ExecuteDependencies,
  envelope: Envelope,
  attempt: Attempt,
): Promise<Outcome | 'again'> {
  const { log, committer, facts, clock } = dependencies;
  const { account, command, actor, reason, idempotency } = envelope;
  const { orderId, orders, known, identity } = attempt;
  const at = clock();
  const context: Context = { at, actor, reason, ...(identity === undefined ? {} : { identity }) };
  const before = orders.get(orderId)?.order;
  const refused = (refusal: Refusal): Outcome => ({
    accepted: false,
    refusal,
    ...(before === undefined ? {} : { order: before }),
  });

  const decisions = decided(orders, orderId, command, known.facts, context);
  if (isRefusal(decisions)) {
    // What an old catalogue refused, the present one may accept.
    if (command.type !== 'place' || (await facts.isCurrent(account, known.catalogueVersion))) return refused(decisions);
    facts.drop(account);
    return 'again';
  }
  const occasion: Occasion = { at, actor: actor.id, reason, commandId: newCommandId() };
  const written = new Map<string, WrittenOrder>();
  for (const [id, { events, claims }] of decisions) {
    if (events.length === 0) continue;
    written.set(
      id,
      writtenOrder({ account, orderId: id, before: orders.get(id) ?? null, events, claims, occasion, keys: log.keys }),
    );
  }
  const target = written.get(orderId);
  if (written.size === 0) {
    if (before === undefined) throw new Error(`${command.type} decided nothing on a new order`);
    return { accepted: true, replayed: false, order: before, events: [] };
  }
  const order = target?.order ?? before;
  if (order === undefined) throw new Error(`${command.type} wrote other orders than ${orderId}`);

  const unit: Unit = {
    accounts: [account],
    orders: [...written.values()].map(({ write }) => write),
    ...(command.type === 'place' ? { catalogueVersion: known.catalogueVersion } : {}),
    ...(idempotency === undefined ? {} : { idempotency: entryOf(envelope, idempotency, order, at) }),
  };
  const answer = await committer.commit(unit);
  switch (answer.kind) {
    case 'ok':
      return { accepted: true, replayed: false, order, events: target?.events ?? [] };
    case 'version_conflict':
      return 'again';
    case 'stale_catalogue':
      facts.drop(account);
      return 'again';
    case 'claim_failed':
      return refused(claimRefusal(order, answer));
    case 'duplicate_key':
      if (answer.key === 'order_id') return refused(refuse('order_exists', '/group'));
      if (answer.key === 'external_id') return refused(refuse('external_id_taken', '/externalIds'));
      return await replayTaken(log, envelope);
    default: {
      const never: never = answer;
      throw new Error(`unknown answer ${JSON.stringify(never)}`);
    }
  }
}

/** Orders without links, the common case, are decided alone. */
function decided(
  orders: ReadonlyMap<string, StoredOrder>,
  orderId: string,
  command: Command,
  facts: Facts,
  context: Context,
): ReadonlyMap<string, Accepted> | Refusal {
  const linked =
    orders.size > (command.type === 'place' ? 0 : 1) || (command.type === 'place' && command.fulfils !== undefined);
  if (linked) {
    const states = new Map([...orders].map(([id, { order }]) => [id, order]));
    return decideLinked(states, orderId, command, facts, context);
  }
  const decision = decide(orders.get(orderId)?.order ?? null, command, facts, context);
  return isRefusal(decision) ? decision : new Map([[orderId, decision]]);
}

/** Numbers of the new order. Its group is the one it was placed into, else a new one: 13 digits from the sequence. */
async function newIdentity(numbers: NumberBlocks, account: string, command: PlaceOrder): Promise<OrderIdentity> {
  const sequence = await numbers.take(account, 'order_sequence');
  const group = command.group?.id ?? String(firstGroup + sequence);
  const position = command.group?.position ?? 1;
  return { account, orderId: `${group}-${String(position).padStart(2, '0')}`, group, position, sequence };
}

const firstGroup = 1_480_000_000_000;

function entryOf(
  { account, command }: Envelope,
  { credential, key, content }: NonNullable<Envelope['idempotency']>,
  order: Order,
  at: string,
): IdempotencyEntry {
  const { orderId, version } = order.head;
  return { account, credential, key, content, orderId, version, outcome: command.type, at };
}

/** Names the first line that asked for the product, as the sender counts lines. */
function claimRefusal(order: Order, { reason, sku, place, requested, available }: ClaimFailed): Refusal {
  const line = order.lines.findIndex((candidate) => candidate.sku === sku && candidate.stock?.place === place);
  const pointer =
    line < 0 ? undefined : reason === 'insufficient_stock' ? `/lines/${line}/quantity` : `/lines/${line}/sku`;
  return refuse(reason, pointer, { sku, place, requested, ...(available === null ? {} : { available }) });
}

/** The key was taken while this was decided: by the same request sent twice, or by another one. */
async function replayTaken(log: EventLog, { account, idempotency }: Envelope): Promise<Outcome | 'again'> {
  if (idempotency === undefined) throw new Error('an idempotency key was taken that nobody sent');
  const earlier = await findIdempotency(log, account, idempotency);
  return earlier === null ? 'again' : await replay(log, account, idempotency.content, earlier);
}

/** Renders the answer again from the order as it was, whatever happened to it since. */
async function replay(log: EventLog, account: string, content: string, earlier: IdempotencyRow): Promise<Outcome> {
  if (earlier.content !== content) return { accepted: false, refusal: refuse('idempotency_key_reused') };
  const events = await readEvents(log, account, earlier.orderId, { to: earlier.version });
  const commandId = events.at(-1)?.sealed.commandId;
  return {
    accepted: true,
    replayed: true,
    order: foldEvents(events),
    events: events.filter(({ sealed }) => sealed.commandId === commandId).map(({ recorded }) => recorded),
  };
}

/** Lets commands of one order follow each other in this process; the version check covers other processes. */
function createTurns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = last.get(name);
    const mine = before === undefined ? work() : before.then(work, work);
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}
