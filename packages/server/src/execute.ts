import type { Command } from '@docket/core/order/commands';
import type { PlaceOrder } from '@docket/core/order/placing-commands';
import { TRIAL } from '@docket/core/order/custom-document';
import type { ActorRef, Facts, OrderIdentity } from '@docket/core/order/decision';
import type { RecordedEvent } from '@docket/core/order/events';
import type { Order } from '@docket/core/order/order';
import { isRefusal, refuse, type Refusal } from '@docket/core/order/refusals';
import {
  type AttemptSources,
  changeAttempt,
  decidedOnSettings,
  newIdentity,
  placementAttempt,
  withDocumentNumber,
  withNewOrder,
} from './attempt.js';
import type { Committer } from './committer/committer.js';
import type { ConfirmedDraft, DraftOrderTaken, Unit } from './committer/unit.js';
import { decideNumbered } from './decide-numbered.js';
import { type Attempt, claimant, claimRefusal, type DecidedUnit, useRefusal } from './decide-unit.js';
import { findIdempotency } from './event-log/load-order.js';
import { isNumberTaken } from './event-log/unique-ids.js';
import { idempotencyEntry, replay } from './repeated-request.js';

/** A command on its way to an order. */
export interface Envelope {
  readonly account: string;
  /** Absent for `place`, whose id is given here. */
  readonly orderId?: string;
  readonly command: Command;
  readonly actor: ActorRef;
  /** The rule, policy, person or partner behind it; stands beside every event. */
  readonly reason: string;
  /** `content`: sha256 in hex of what was asked. */
  readonly idempotency?: { readonly credential: string; readonly key: string; readonly content: string };
  /** Refused with version_conflict where the order has another one; of several, where it has none of them. */
  readonly expectedVersion?: number | readonly number[];
  /** Which orders exist for who asks; all where absent. Others are refused with order_not_found. */
  readonly visible?: (order: Order) => boolean;
  /**
   * The draft of an edit that this confirms, as it was read. It is closed in the same transaction, so the edit is made if
   * and only if the draft is confirmed; where it is another one by now, the command is refused with version_conflict.
   */
  readonly draft?: { readonly draftId: string; readonly revision: number; readonly agreedBy: string | null };
  /** Of a placement: the draft order that it comes of. Refused with version_conflict where that has another version by now. */
  readonly draftOrder?: Omit<DraftOrderTaken, 'account' | 'total' | 'at' | 'actor'>;
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

/** What a preview was decided on, and is decided on again. */
interface Previewed {
  readonly facts: Facts;
  /** Of a placement and an exchange: the ids that were taken then. */
  readonly identity?: OrderIdentity;
  /** Of a document that is added: the number of its series that was taken then. */
  readonly documentSequence?: number;
  /** Looks at what would be written; a refusal stops it. */
  readonly judge: (unit: DecidedUnit, attempt: Attempt) => Refusal | null;
}

export type Execute = (envelope: Envelope, previewed?: Previewed) => Promise<Outcome>;

export interface ExecuteDependencies extends AttemptSources {
  readonly committer: Committer;
  /** ISO 8601 with milliseconds, UTC. */
  readonly clock: () => string;
}

/** Commands that lose against other processes this often are told so. */
const mostTries = 8;

/** The one write path: load, fetch facts, decide, commit; again from the start where others were faster. */
export function createExecute(dependencies: ExecuteDependencies): Execute {
  const inTurn = createTurns();
  return (envelope, previewed) => {
    const { account, orderId, command } = envelope;
    if (command.type === 'place') return place(dependencies, envelope, command, previewed);
    if (orderId === undefined) throw new Error(`${command.type} needs an order`);
    return inTurn(`${account}/${orderId}`, () => change(dependencies, envelope, orderId, previewed));
  };
}

/**
 * A placement finds out by the key itself, when it commits, that it was accepted before: that costs the accepted nothing.
 * One that comes no further (the fulfilled order has its seller by now, the price or the stock changed since) asks
 * for the key before it is refused.
 */
async function place(
  dependencies: ExecuteDependencies,
  envelope: Envelope,
  command: PlaceOrder,
  previewed: Previewed | undefined,
): Promise<Outcome> {
  const outcome = await placeAnew(dependencies, envelope, command, previewed);
  const { account, idempotency } = envelope;
  if (outcome.accepted || idempotency === undefined) return outcome;
  const earlier = await findIdempotency(dependencies.log, account, idempotency);
  return earlier === null ? outcome : await replay(dependencies.log, envelope, earlier);
}

async function placeAnew(
  dependencies: ExecuteDependencies,
  envelope: Envelope,
  command: PlaceOrder,
  previewed: Previewed | undefined,
): Promise<Outcome> {
  let identity = previewed?.identity ?? (await newIdentity(dependencies, envelope.account, command));
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const at = dependencies.clock();
    const attempt = await placementAttempt(dependencies, envelope, command, identity, at);
    const outcome = await decideAndCommit(dependencies, envelope, attempt, previewed, at);
    if (outcome === 'number_taken') {
      // A template was changed to one that gives old numbers again: the next number of the series may be free.
      const { numberSequence, ...others } = attempt.identity;
      if (numberSequence === undefined) return refusedOutcome(refuse('order_number_taken'), undefined);
      identity = others;
    } else if (outcome === 'again') identity = attempt.identity;
    else return outcome;
  }
  return { accepted: false, refusal: refuse('version_conflict') };
}

async function change(
  dependencies: ExecuteDependencies,
  envelope: Envelope,
  orderId: string,
  previewed: Previewed | undefined,
): Promise<Outcome> {
  let before: Order | undefined;
  let sequence = previewed?.documentSequence;
  let identity = previewed?.identity;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const met = await changeAttempt(dependencies, envelope, orderId);
    if (met.met === 'earlier') return await replay(dependencies.log, envelope, met.earlier);
    if (met.met === 'refusal') return refusedOutcome(met.refusal, met.before);
    before = met.before;
    const at = dependencies.clock();
    const named = await withNewOrder(dependencies, envelope, met.attempt, at, identity);
    const attempt = await withDocumentNumber(dependencies, envelope, named, at, sequence);
    // A trial: it will be refused, or tried again on newer settings.
    if (attempt.documentSequence !== TRIAL) sequence = attempt.documentSequence;
    const outcome = await decideAndCommit(dependencies, envelope, attempt, previewed, at);
    if (outcome !== 'again' && outcome !== 'number_taken') return outcome;
    identity = attempt.identity;
    if (outcome === 'number_taken' && identity !== undefined) {
      const { numberSequence: _taken, ...others } = identity;
      identity = others;
    }
  }
  return refusedOutcome(refuse('version_conflict'), before);
}

async function decideAndCommit(
  dependencies: ExecuteDependencies,
  envelope: Envelope,
  fresh: Attempt,
  previewed: Previewed | undefined,
  at: string,
): Promise<Outcome | 'again' | 'number_taken'> {
  const { log, committer, facts } = dependencies;
  const { account, command, idempotency } = envelope;
  // Prices and promises of a placement hold for as long as its preview; definitions of the account are the present ones.
  const attempt =
    previewed === undefined || envelope.command.type !== 'place'
      ? fresh
      : { ...fresh, facts: previewed.facts, catalogueVersion: null };
  const { orderId, orders, catalogueVersion } = attempt;
  const before = orders.get(orderId)?.order;

  const unit = await decideNumbered(dependencies, envelope, attempt, at);
  if (isRefusal(unit)) {
    // What an old catalogue refused, the present one may accept.
    const stale =
      decidedOnSettings(command, attempt.facts) &&
      catalogueVersion !== null &&
      !(await facts.isCurrent(account, catalogueVersion));
    if (!stale) return refusedOutcome(unit, before);
    facts.drop(account);
    return 'again';
  }
  const objection = previewed?.judge(unit, attempt) ?? null;
  if (objection !== null) return refusedOutcome(objection, before);
  const { order, written } = unit;
  const events = written.get(orderId)?.events ?? [];
  const accepted: Outcome = { accepted: true, replayed: false, order, events };
  // What changes nothing is written only where a key has to be remembered.
  if (written.size === 0 && idempotency === undefined && envelope.draft === undefined) return accepted;
  const write: Unit = {
    accounts: [account],
    orders: [...written.values()].map((each) => each.write()),
    ...(unit.consignments.length === 0 ? {} : { consignments: unit.consignments }),
    ...(decidedOnSettings(command, attempt.facts) && catalogueVersion !== null ? { catalogueVersion } : {}),
    ...(idempotency === undefined ? {} : { idempotency: idempotencyEntry(envelope, idempotency, unit, at) }),
    ...(envelope.draft === undefined ? {} : { draft: confirmed(envelope.draft, account, at, before, order) }),
    ...(envelope.draftOrder === undefined ? {} : { draftOrder: takenDraft(envelope, envelope.draftOrder, order, at) }),
  };
  const answer = await committer.commit(write);
  switch (answer.kind) {
    case 'ok':
      return accepted;
    case 'version_conflict':
      return 'again';
    case 'stale_catalogue':
      facts.drop(account);
      return 'again';
    case 'draft_changed':
      return refusedOutcome(refuse('version_conflict'), before);
    case 'claim_failed':
      return refusedOutcome(claimRefusal(claimant(unit, answer), answer, command), before);
    case 'draft_order_changed':
      return refusedOutcome(refuse('version_conflict'), undefined);
    case 'use_failed':
      return refusedOutcome(useRefusal(command, answer), before);
    case 'duplicate_key':
      if (answer.key === 'order_id') return refusedOutcome(refuse('order_exists', '/group'), before);
      if (answer.key === 'external_id') {
        // An order that is placed in exchange brings no id of another system: it is its number.
        if (attempt.identity !== undefined && command.type !== 'place') return 'number_taken';
        if (await isNumberTaken(log, order)) return 'number_taken';
        return refusedOutcome(refuse('external_id_taken', '/externalIds'), before);
      }
      return await replayTaken(dependencies, envelope);
    default: {
      const never: never = answer;
      throw new Error(`unknown answer ${JSON.stringify(never)}`);
    }
  }
}

const confirmed = (
  draft: NonNullable<Envelope['draft']>,
  account: string,
  at: string,
  before: Order | undefined,
  after: Order,
): ConfirmedDraft => ({
  ...draft,
  account,
  at,
  versionBefore: before?.head.version ?? 0,
  versionAfter: after.head.version,
});

const takenDraft = (
  { account, actor }: Envelope,
  draft: NonNullable<Envelope['draftOrder']>,
  order: Order,
  at: string,
): DraftOrderTaken => ({ ...draft, account, total: order.head.totals.total, at, actor: actor.id });

const refusedOutcome = (refusal: Refusal, order: Order | undefined): Outcome => ({
  accepted: false,
  refusal,
  ...(order === undefined ? {} : { order }),
});

/** The key was taken while this was decided: by the same request sent twice, or by another one. */
async function replayTaken({ log }: ExecuteDependencies, envelope: Envelope): Promise<Outcome | 'again'> {
  const { account, idempotency } = envelope;
  if (idempotency === undefined) throw new Error('an idempotency key was taken that nobody sent');
  const earlier = await findIdempotency(log, account, idempotency);
  return earlier === null ? 'again' : await replay(log, envelope, earlier);
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
