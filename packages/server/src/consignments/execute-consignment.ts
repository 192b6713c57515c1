import { type Consignment, MOST_MEMBERS, ordersOf } from '@docket/core/consignment/consignment';
import type { AskedMember, ConsignmentCommand } from '@docket/core/consignment/consignment-commands';
import { type ConsignmentDecision, decideConsignment } from '@docket/core/consignment/decide-consignment';
import type { Context, Facts } from '@docket/core/order/decision';
import { seriesName } from '@docket/core/order/document-number';
import { numberOf, seriesOf } from '@docket/core/order/number-template';
import type { TakenNumbers } from '@docket/core/order/numbered-documents';
import type { Order } from '@docket/core/order/order';
import { isRefusal, refuse, type Refusal } from '@docket/core/order/refusals';
import { consignmentsOfOrders } from '../attempt.js';
import type { ClaimFailed, Unit } from '../committer/unit.js';
import { statesOf, writtenConsignments, writtenOrders } from '../decide-unit.js';
import { linkedOrders } from '../event-log/linked-orders.js';
import { loadConsignments, type StoredConsignment } from '../event-log/load-consignment.js';
import { findIdempotency, type StoredOrder } from '../event-log/load-order.js';
import { newCommandId, type Occasion } from '../event-log/seal-events.js';
import type { Envelope, ExecuteDependencies } from '../execute.js';
import { replayConsignment, streamName } from './repeated-consignment.js';

/** A command on its way to a consignment and all its orders. */
export interface ConsignmentEnvelope extends Pick<
  Envelope,
  'account' | 'actor' | 'reason' | 'idempotency' | 'expectedVersion' | 'visible'
> {
  /** Absent for the one that creates it. */
  readonly consignmentId?: string;
  readonly command: ConsignmentCommand;
  /** Which consignments exist for who asks, beside those of orders that it does not see; all where absent. */
  readonly within?: (consignment: Consignment) => boolean;
}

export type ConsignmentOutcome =
  | { readonly accepted: true; readonly replayed: boolean; readonly consignment: Consignment }
  | { readonly accepted: false; readonly refusal: Refusal; readonly consignment?: Consignment };

export type ExecuteConsignment = (envelope: ConsignmentEnvelope) => Promise<ConsignmentOutcome>;

/** Commands that lose against others this often are told so: each try meets every order anew. */
const mostTries = 8;

/**
 * The write path of consignments: load it with its orders and all linked to them, decide, and commit one unit; again from
 * the start where somebody was faster with any of them. What is committed is all of it or nothing.
 */
export function createExecuteConsignment(dependencies: ExecuteDependencies): ExecuteConsignment {
  return async (envelope) => {
    const { account, idempotency } = envelope;
    if (idempotency !== undefined) {
      const earlier = await findIdempotency(dependencies.log, account, idempotency);
      if (earlier !== null) return await replayConsignment(dependencies.log, envelope, earlier);
    }
    let identity: Identity | undefined;
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const met = await meet(dependencies, envelope);
      if ('refusal' in met) return { accepted: false, ...met };
      if (envelope.command.type === 'create_consignment')
        identity ??= await newIdentity(dependencies, account, met, dependencies.clock());
      const outcome = await decideAndCommit(dependencies, envelope, met, identity);
      if (outcome !== 'again') return outcome;
    }
    return { accepted: false, refusal: refuse('version_conflict') };
  };
}

interface Identity {
  readonly consignmentId: string;
  readonly number: string;
}

/** Everything that one decision is made on. */
interface MetConsignment {
  readonly stored: StoredConsignment | null;
  readonly orders: ReadonlyMap<string, StoredOrder>;
  readonly others: ReadonlyMap<string, StoredConsignment>;
  readonly facts: Facts;
  readonly catalogueVersion: number;
}

const asked = (command: ConsignmentCommand): readonly AskedMember[] =>
  command.type === 'create_consignment' || command.type === 'extend_consignment' ? command.members : [];

/** Refusals: too_many, consignment_not_found, version_conflict, order_not_found. */
async function meet(
  { log, facts }: ExecuteDependencies,
  { account, consignmentId, command, expectedVersion, visible, within }: ConsignmentEnvelope,
): Promise<MetConsignment | { readonly refusal: Refusal; readonly consignment?: Consignment }> {
  const members = asked(command);
  if (members.length > MOST_MEMBERS) return { refusal: refuse('too_many', '/members', { limit: MOST_MEMBERS }) };
  const own = consignmentId === undefined ? [] : [consignmentId];
  const stored = (await loadConsignments(log, account, own)).get(consignmentId ?? '') ?? null;
  if (consignmentId !== undefined && (stored === null || within?.(stored.consignment) === false))
    return { refusal: refuse('consignment_not_found') };
  const present = stored === null ? [] : ordersOf(stored.consignment);
  const named = members.map(({ orderId }) => orderId);
  const orders = await linkedOrders(log, account, [...new Set([...present, ...named])]);
  const isHidden = (orderId: string): boolean => {
    const found = orders.get(orderId);
    return found === undefined || visible?.(found.order) === false;
  };
  if (present.some(isHidden)) return { refusal: refuse('consignment_not_found') };
  const hidden = named.findIndex(isHidden);
  if (hidden >= 0) return { refusal: refuse('order_not_found', `/members/${hidden}/orderId`) };
  if (stored !== null && expectedVersion !== undefined && ![expectedVersion].flat().includes(stored.version)) {
    const { consignment, version } = stored;
    return { refusal: refuse('version_conflict', undefined, { version }), consignment };
  }
  const all = await consignmentsOfOrders(log, account, orders);
  const others = new Map([...all].filter(([id]) => id !== consignmentId));
  return { stored, orders, others, ...(await facts.of(account, [])) };
}

/**
 * The id counts in the account; the number is made by the template of the account, else it is the id. What a refused command
 * took is a gap.
 */
async function newIdentity(
  { numbers }: ExecuteDependencies,
  account: string,
  { facts, orders }: MetConsignment,
  at: string,
): Promise<Identity> {
  const consignmentId = `C${String(await numbers.take(account, 'document:consignment_id')).padStart(6, '0')}`;
  const template = facts.defaults.documentNumbers?.consignment;
  const period = template === undefined ? null : seriesOf(template, at);
  if (template === undefined || period === null) return { consignmentId, number: consignmentId };
  const sequence = await numbers.take(account, `document:${seriesName('consignment', period)}`);
  const [first] = orders.values();
  const store = first?.order.head.store ?? facts.defaults.store;
  return { consignmentId, number: numberOf(template, { at, sequence, group: '', position: 1, store }) };
}

async function decideAndCommit(
  dependencies: ExecuteDependencies,
  envelope: ConsignmentEnvelope,
  met: MetConsignment,
  identity: Identity | undefined,
): Promise<ConsignmentOutcome | 'again'> {
  const { account, actor, reason, command, idempotency } = envelope;
  const { stored, orders, others, facts, catalogueVersion } = met;
  const at = dependencies.clock();
  const context: Context = { at, actor, reason };
  const decision = decideConsignment(stored?.consignment ?? null, command, {
    orders: statesOf(orders),
    others: new Map([...others].map(([id, { consignment }]) => [id, consignment])),
    facts,
    context,
    ...(identity === undefined ? {} : { identity }),
  });
  const before = stored === null ? {} : { consignment: stored.consignment };
  if (isRefusal(decision)) {
    // Orders are read after their consignment: one that left it in between stands against it for no reason.
    if (stored !== null && (await hasChanged(dependencies.log, account, stored))) return 'again';
    // what old settings refused, the present ones may accept
    if (await dependencies.facts.isCurrent(account, catalogueVersion))
      return { accepted: false, refusal: decision, ...before };
    dependencies.facts.drop(account);
    return 'again';
  }
  const consignmentId = envelope.consignmentId ?? identity?.consignmentId ?? '';
  const consignment = decision.consignments.get(consignmentId)?.state;
  if (consignment === undefined) throw new Error(`${command.type} decided nothing on consignment ${consignmentId}`);
  const unit = await unitOf(dependencies, account, met, decision, {
    at,
    actor: actor.id,
    reason,
    commandId: newCommandId(),
  });
  const accepted: ConsignmentOutcome = { accepted: true, replayed: false, consignment };
  if (unit.orders.length === 0 && unit.consignments?.length === 0 && idempotency === undefined) return accepted;
  const entry =
    idempotency === undefined
      ? undefined
      : {
          account,
          ...idempotency,
          orderId: streamName(consignmentId),
          version: consignment.version,
          outcome: command.type,
          at,
        };
  const answer = await dependencies.committer.commit(entry === undefined ? unit : { ...unit, idempotency: entry });
  switch (answer.kind) {
    case 'ok':
      return accepted;
    case 'version_conflict':
      return 'again';
    case 'stale_catalogue':
      dependencies.facts.drop(account);
      return 'again';
    case 'claim_failed':
      return { accepted: false, refusal: claimRefusal(statesOf(orders), answer), ...before };
    case 'duplicate_key': {
      const earlier = idempotency === undefined ? null : await findIdempotency(dependencies.log, account, idempotency);
      return earlier === null ? 'again' : await replayConsignment(dependencies.log, envelope, earlier);
    }
    case 'use_failed':
    case 'draft_changed':
    case 'draft_order_changed':
      throw new Error(`a consignment has no part in what was answered: ${answer.kind}`);
    default: {
      const never: never = answer;
      throw new Error(`unknown answer ${JSON.stringify(never)}`);
    }
  }
}

async function hasChanged(
  log: ExecuteDependencies['log'],
  account: string,
  { consignment: { consignmentId }, version }: StoredConsignment,
): Promise<boolean> {
  return (await loadConsignments(log, account, [consignmentId])).get(consignmentId)?.version !== version;
}

/** The unit, with numbers for shipments that are planned by the way where the account numbers them by a template. */
async function unitOf(
  { log, numbers }: ExecuteDependencies,
  account: string,
  { stored, orders, others, facts, catalogueVersion }: MetConsignment,
  decision: ConsignmentDecision,
  occasion: Occasion,
): Promise<Unit> {
  const write = (numbersTaken: TakenNumbers) =>
    writtenOrders(log.keys, account, { orders, decisions: decision.orders, facts, numbersTaken }, occasion);
  let made = write(new Map());
  if (made.missing.length > 0) {
    const taken = new Map<string, number[]>();
    for (const series of made.missing) {
      const number = await numbers.take(account, `document:${series}`);
      taken.set(series, [...(taken.get(series) ?? []), number]);
    }
    made = write(taken);
  }
  const known = new Map(others);
  if (stored !== null) known.set(stored.consignment.consignmentId, stored);
  return {
    accounts: [account],
    orders: [...made.written.values()].map((each) => each.write()),
    consignments: writtenConsignments(account, known, decision, occasion),
    catalogueVersion,
  };
}

/** Stock that is not there, with the order whose line it is of. */
function claimRefusal(
  orders: ReadonlyMap<string, Order>,
  { reason, sku, place, requested, available }: ClaimFailed,
): Refusal {
  const order = [...orders.values()].find(({ lines }) =>
    lines.some((line) => line.sku === sku && line.stock?.place === place),
  );
  return refuse(reason, undefined, {
    sku,
    place,
    requested,
    ...(available === null ? {} : { available }),
    ...(order === undefined ? {} : { order: order.head.orderId }),
  });
}
