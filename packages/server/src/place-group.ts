import type { PlaceOrder } from '@docket/core/order/placing-commands';
import type { OrderIdentity } from '@docket/core/order/decision';
import { isRefusal, refuse, type Refusal } from '@docket/core/order/refusals';
import { newIdentity, placementAttempt } from './attempt.js';
import type { UnitAnswer } from './committer/unit.js';
import { decideNumbered } from './decide-numbered.js';
import { type Attempt, claimRefusal, type DecidedUnit, useRefusal } from './decide-unit.js';
import { findIdempotency } from './event-log/load-order.js';
import { isNumberTaken } from './event-log/unique-ids.js';
import type { Envelope, ExecuteDependencies } from './execute.js';
import { idempotencyEntry, replay } from './repeated-request.js';

/** The orders that one checkout becomes, one for each seller, on their way. */
export interface GroupEnvelope extends Pick<Envelope, 'account' | 'actor' | 'reason' | 'idempotency' | 'visible'> {
  /** At least one. They get the positions of one new group, from 1 on, in this order. */
  readonly commands: readonly PlaceOrder[];
}

/** `replayed`: the key was used for this very request before. `index`: which of the commands was refused. */
export type GroupOutcome =
  | { readonly accepted: true; readonly replayed: boolean; readonly group: string }
  | { readonly accepted: false; readonly refusal: Refusal; readonly index: number };

export type PlaceGroup = (envelope: GroupEnvelope) => Promise<GroupOutcome>;

/** Placements that lose against others this often are told so. */
const mostTries = 8;

/**
 * Places all orders of a checkout in one unit: all of them are there with what they claim, or none is. The second way into
 * the committer beside `execute`, for the one command that makes several orders.
 */
export function createPlaceGroup(dependencies: ExecuteDependencies): PlaceGroup {
  return async (envelope) => {
    const outcome = await placeAnew(dependencies, envelope);
    if (outcome.accepted || envelope.idempotency === undefined) return outcome;
    const earlier = await findIdempotency(dependencies.log, envelope.account, envelope.idempotency);
    if (earlier === null) return outcome;
    const told = await replay(dependencies.log, envelope, earlier);
    return told.accepted
      ? { accepted: true, replayed: true, group: told.order.head.group }
      : { accepted: false, refusal: told.refusal, index: 0 };
  };
}

/** What was decided on one of the orders. */
interface Decided {
  readonly command: PlaceOrder;
  readonly attempt: Attempt & { readonly identity: OrderIdentity };
  readonly unit: DecidedUnit;
}

async function placeAnew(dependencies: ExecuteDependencies, envelope: GroupEnvelope): Promise<GroupOutcome> {
  let identities = await newIdentities(dependencies, envelope);
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const at = dependencies.clock();
    const decided = await decideAll(dependencies, envelope, identities, at);
    if (decided === 'again') continue;
    if ('accepted' in decided) return decided;
    const [first] = decided;
    if (first === undefined) throw new Error('a group needs an order');
    const { idempotency, account } = envelope;
    const answer = await dependencies.committer.commit({
      accounts: [account],
      orders: decided.flatMap(({ unit }) => [...unit.written.values()].map(({ write }) => write())),
      consignments: decided.flatMap(({ unit }) => unit.consignments),
      ...(first.attempt.catalogueVersion === null ? {} : { catalogueVersion: first.attempt.catalogueVersion }),
      ...(idempotency === undefined
        ? {}
        : { idempotency: idempotencyEntry({ ...envelope, command: first.command }, idempotency, first.unit, at) }),
    });
    const outcome = await outcomeOf(dependencies, account, answer, decided);
    identities = decided.map(({ attempt }) => attempt.identity);
    if (outcome === 'number_taken') identities = identities.map(({ numberSequence: _taken, ...others }) => others);
    else if (outcome !== 'again') return outcome;
  }
  return { accepted: false, refusal: refuse('version_conflict'), index: 0 };
}

/** The first makes the group, the others go into it. */
async function newIdentities(
  dependencies: ExecuteDependencies,
  { account, commands }: GroupEnvelope,
): Promise<readonly OrderIdentity[]> {
  const identities: OrderIdentity[] = [];
  for (const command of commands) {
    const [first] = identities;
    const within =
      first === undefined ? command : { ...command, group: { id: first.group, position: identities.length + 1 } };
    identities.push(await newIdentity(dependencies, account, within));
  }
  return identities;
}

async function decideAll(
  dependencies: ExecuteDependencies,
  envelope: GroupEnvelope,
  identities: readonly OrderIdentity[],
  at: string,
): Promise<readonly Decided[] | 'again' | Extract<GroupOutcome, { accepted: false }>> {
  const { facts } = dependencies;
  const decided: Decided[] = [];
  for (const [index, command] of envelope.commands.entries()) {
    const identity = identities[index];
    if (identity === undefined) throw new Error(`order ${index} of the group has no ids`);
    const one = { ...envelope, command };
    const attempt = await placementAttempt(dependencies, one, command, identity, at);
    const { catalogueVersion } = attempt;
    // Decided on two states of the catalogue, the orders could not be committed as of one.
    if (decided[0] !== undefined && decided[0].attempt.catalogueVersion !== catalogueVersion) return 'again';
    const unit = await decideNumbered(dependencies, one, attempt, at);
    if (isRefusal(unit)) {
      // What an old catalogue refused, the present one may accept.
      if (catalogueVersion === null || (await facts.isCurrent(envelope.account, catalogueVersion)))
        return { accepted: false, refusal: unit, index };
      facts.drop(envelope.account);
      return 'again';
    }
    decided.push({ command, attempt, unit });
  }
  return decided;
}

async function outcomeOf(
  { log, facts }: ExecuteDependencies,
  account: string,
  answer: UnitAnswer,
  decided: readonly Decided[],
): Promise<GroupOutcome | 'again' | 'number_taken'> {
  const orders = decided.map(({ unit }) => unit.order);
  const refused = (refusal: Refusal, index = 0): GroupOutcome => ({ accepted: false, refusal, index });
  switch (answer.kind) {
    case 'ok':
      return { accepted: true, replayed: false, group: orders[0]?.head.group ?? '' };
    case 'version_conflict':
    case 'draft_order_changed':
      return 'again';
    case 'stale_catalogue':
      facts.drop(account);
      return 'again';
    case 'draft_changed':
      throw new Error('a placement confirmed a draft of an edit');
    case 'claim_failed': {
      const asks = orders.findIndex(({ lines }) =>
        lines.some(({ sku, stock }) => sku === answer.sku && stock?.place === answer.place),
      );
      const order = orders[Math.max(asks, 0)];
      if (order === undefined) throw new Error('a group needs an order');
      return refused(claimRefusal(order, answer), Math.max(asks, 0));
    }
    case 'use_failed': {
      const asks = orders.findIndex(({ head }) =>
        (head.promotions ?? []).some(({ promotion, coupon }) => promotion === answer.id || coupon === answer.id),
      );
      const command = decided[Math.max(asks, 0)]?.command;
      if (command === undefined) throw new Error('a group needs an order');
      return refused(useRefusal(command, answer), Math.max(asks, 0));
    }
    case 'duplicate_key': {
      if (answer.key === 'order_id') return refused(refuse('order_exists', '/group'));
      // Its first request is answered again by whoever called.
      if (answer.key === 'idempotency') return refused(refuse('idempotency_key_reused'));
      const taken = await Promise.all(orders.map((order) => isNumberTaken(log, order)));
      return taken.includes(true) ? 'number_taken' : refused(refuse('external_id_taken', '/externalIds'));
    }
    default: {
      const never: never = answer;
      throw new Error(`unknown answer ${JSON.stringify(never)}`);
    }
  }
}
