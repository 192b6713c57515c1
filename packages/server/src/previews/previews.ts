import type { CommandName } from '@docket/core/order/commands';
import type { PlaceOrder } from '@docket/core/order/placing-commands';
import type { OrderIdentity } from '@docket/core/order/decision';
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
} from '../attempt.js';
import { type Attempt, type DecidedUnit, decideUnit } from '../decide-unit.js';
import { findIdempotency } from '../event-log/load-order.js';
import type { Envelope, Execute, Outcome } from '../execute.js';
import { commandOf, replay } from '../repeated-request.js';
import { differences } from './difference.js';
import { comparable, type Effects, effectsOf } from './effects.js';
import { foreseenRefusals } from './foreseen.js';
import { findPreview, insertPreview } from './preview-rows.js';
import { newToken, openPreview, type PreviewContent, sealPreview, tokenHash } from './sealed-preview.js';

/** A command as it would be carried out. */
export interface Preview {
  /** Commits it, once, for the credential that it was made by. */
  readonly token: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly command: CommandName;
  /** The order as it would be. */
  readonly order: Order;
  /** Of the orders that who asked may see. */
  readonly effects: Effects;
  readonly hasEffect: boolean;
  readonly baseVersions: Readonly<Record<string, number>>;
  readonly warnings: readonly Refusal[];
}

/** Whose previews: nobody else sees or commits them. */
export interface PreviewOwner {
  readonly account: string;
  readonly credential: string;
  /** Which orders exist for who asks; all where absent. */
  readonly visible?: (order: Order) => boolean;
  /** What who asks may do now, as of an actor. */
  readonly may?: ReadonlySet<string>;
}

/** What a command would do, seen once: nobody commits it by this. */
export type Foreseen = Omit<Preview, 'token' | 'expiresAt'>;

export interface Previews {
  /** As `make`, and writes nothing at all. */
  foresee(owner: PreviewOwner, envelope: Envelope): Promise<Foreseen | Extract<Outcome, { accepted: false }>>;
  /**
   * Decides the command and writes nothing but the preview. Refused like the command itself, except for what is claimed
   * at the commit alone: stock and ids taken by others are warnings.
   */
  make(owner: PreviewOwner, envelope: Envelope): Promise<Preview | Extract<Outcome, { accepted: false }>>;
  /** The preview again, as it was; null where it expired, was never made, or by somebody else. */
  find(owner: PreviewOwner, token: string): Promise<Preview | null>;
  /**
   * Carries out what was previewed: decided again with the facts and ids of then and the time of now. Committing again
   * answers what the first commit did. Refusals: preview_not_found, preview_outdated, and those of the command.
   *
   * @param assertMay throws where who asks may no longer send the command
   */
  commit(owner: PreviewOwner, token: string, assertMay: AssertMay): Promise<Outcome>;
}

/** `asked` is absent where the command was carried out before and only its answer is repeated. */
export type AssertMay = (command: CommandName, asked?: Pick<PreviewContent['asked'], 'command' | 'actor'>) => void;

export interface PreviewDependencies extends AttemptSources {
  readonly execute: Execute;
  readonly clock: () => string;
}

const KEPT_MILLIS = 15 * 60_000;
/** A catalogue that is loaded again and again while one placement is previewed. */
const MOST_TRIES = 8;

export function createPreviews(dependencies: PreviewDependencies): Previews {
  const { log, execute, clock } = dependencies;

  async function open(
    { account, credential }: PreviewOwner,
    token: string,
  ): Promise<{ content: PreviewContent; expiresAt: string } | null> {
    const row = await findPreview(log.pool, account, { tokenHash: tokenHash(token), credential, at: clock() });
    if (row === null) return null;
    return { content: await openPreview(row.content, token, account), expiresAt: row.expiresAt };
  }

  /** What is shown of the command, with what its commit is compared with. */
  async function look(
    { account, visible }: PreviewOwner,
    envelope: Envelope,
  ): Promise<{ content: PreviewContent; subjects: readonly string[] } | Extract<Outcome, { accepted: false }>> {
    const at = clock();
    const decided = await decideAlone(dependencies, envelope, at);
    if ('refusal' in decided) return decided;
    const { unit, attempt } = decided;
    const { orderId, command, actor, reason, expectedVersion } = envelope;
    const content: PreviewContent = {
      asked: {
        command,
        actor: { kind: actor.kind, id: actor.id },
        reason,
        ...(orderId === undefined ? {} : { orderId }),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      },
      facts: attempt.facts,
      identity: attempt.identity ?? null,
      documentSequence: attempt.documentSequence ?? null,
      baseVersions: Object.fromEntries([...attempt.orders].map(([id, { version }]) => [id, version])),
      at,
      order: unit.order,
      effects: effectsOf(unit, attempt),
      hidden: hiddenOrders(attempt, visible),
      warnings: await foreseenRefusals(log.pool, account, unit, command),
    };
    return { content, subjects: subjectsOf(unit, attempt) };
  }

  return {
    async foresee(owner, envelope) {
      const looked = await look(owner, envelope);
      return 'refusal' in looked ? looked : foreseenOf(looked.content);
    },
    async make(owner, envelope) {
      const looked = await look(owner, envelope);
      if ('refusal' in looked) return looked;
      const { content, subjects } = looked;
      const { account, credential } = owner;
      const token = newToken();
      const expiresAt = new Date(Date.parse(content.at) + KEPT_MILLIS).toISOString();
      await insertPreview(log.pool, {
        account,
        tokenHash: tokenHash(token),
        credential,
        expiresAt,
        subjects,
        content: await sealPreview(content, token, account),
      });
      return previewOf(content, token, expiresAt);
    },
    async find(owner, token) {
      const found = await open(owner, token);
      return found === null ? null : previewOf(found.content, token, found.expiresAt);
    },
    async commit(owner, token, assertMay) {
      const { account, credential, visible, may } = owner;
      const content = tokenHash(token).toString('hex');
      // A key that no client can send, for keys have no spaces: the unit that takes it is the one commit of the token.
      const idempotency = { credential, key: `preview ${content}`, content };
      const seen = visible === undefined ? {} : { visible };
      const earlier = await findIdempotency(log, account, idempotency);
      if (earlier !== null) {
        assertMay(commandOf(earlier));
        return await replay(log, { account, idempotency, ...seen }, earlier);
      }
      const found = await open(owner, token);
      if (found === null) return { accepted: false, refusal: refuse('preview_not_found') };
      const { asked, facts, identity, documentSequence: sequence } = found.content;
      assertMay(asked.command.type, asked);
      return await execute(
        { account, ...asked, actor: { ...asked.actor, ...(may === undefined ? {} : { may }) }, idempotency, ...seen },
        {
          facts,
          ...(identity === null ? {} : { identity }),
          ...(sequence === null ? {} : { documentSequence: sequence }),
          judge: (unit, attempt) => outdated(found.content, unit, attempt, visible),
        },
      );
    },
  };
}

/** The first half of `execute`: load, fetch facts, decide. */
async function decideAlone(
  dependencies: PreviewDependencies,
  envelope: Envelope,
  at: string,
  triesLeft = MOST_TRIES,
): Promise<{ unit: DecidedUnit; attempt: Attempt } | Extract<Outcome, { accepted: false }>> {
  const { account, command, orderId } = envelope;
  if (command.type === 'place') return await placeAlone(dependencies, envelope, command, at);
  if (orderId === undefined) throw new Error(`${command.type} needs an order`);
  const { idempotency: _, ...withoutKey } = envelope;
  const met = await changeAttempt(dependencies, withoutKey, orderId);
  if (met.met === 'earlier') throw new Error('an earlier request was found without a key');
  if (met.met === 'refusal') {
    return { accepted: false, refusal: met.refusal, ...(met.before === undefined ? {} : { order: met.before }) };
  }
  const { catalogueVersion } = met.attempt;
  if (decidedOnSettings(command, met.attempt.facts) && catalogueVersion !== null) {
    const { facts } = dependencies;
    if (!(await facts.isCurrent(account, catalogueVersion))) {
      facts.drop(account);
      if (triesLeft === 0) return { accepted: false, refusal: refuse('version_conflict'), order: met.before };
      return await decideAlone(dependencies, envelope, at, triesLeft - 1);
    }
  }
  const named = await withNewOrder(dependencies, envelope, met.attempt, at);
  const attempt = await withDocumentNumber(dependencies, envelope, named, at);
  const unit = decideUnit(dependencies.log.keys, envelope, attempt, at);
  return isRefusal(unit) ? { accepted: false, refusal: unit, order: met.before } : { unit, attempt };
}

/** Its facts are promised for as long as the preview lives, so they must be the present ones. */
async function placeAlone(
  dependencies: PreviewDependencies,
  envelope: Envelope,
  command: PlaceOrder,
  at: string,
): Promise<{ unit: DecidedUnit; attempt: Attempt } | { accepted: false; refusal: Refusal }> {
  const { log, facts } = dependencies;
  const { account } = envelope;
  const identity: OrderIdentity = await newIdentity(dependencies, account, command);
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const attempt = await placementAttempt(dependencies, envelope, command, identity, at);
    if (attempt.catalogueVersion === null || (await facts.isCurrent(account, attempt.catalogueVersion))) {
      const unit = decideUnit(log.keys, envelope, attempt, at);
      return isRefusal(unit) ? { accepted: false, refusal: unit } : { unit, attempt };
    }
    facts.drop(account);
  }
  return { accepted: false, refusal: refuse('version_conflict') };
}

const previewOf = (content: PreviewContent, token: string, expiresAt: string): Preview => ({
  token,
  expiresAt,
  ...foreseenOf(content),
});

const foreseenOf = ({ asked, order, effects, hidden, baseVersions, warnings }: PreviewContent): Foreseen => ({
  command: asked.command.type,
  order,
  effects: withoutOrders(effects, hidden),
  hasEffect: Object.keys(effects).length > 0,
  baseVersions: withoutOrders(baseVersions, hidden),
  warnings,
});

const hiddenOrders = ({ orders }: Attempt, visible: PreviewOwner['visible']): readonly string[] =>
  [...orders].filter(([, { order }]) => visible?.(order) === false).map(([id]) => id);

const withoutOrders = <Value>(
  byOrder: Readonly<Record<string, Value>>,
  hidden: readonly string[],
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(byOrder).filter(([id]) => !hidden.includes(id)));

/** Other effects than were shown, told by pointers into them; what happens to orders that the caller may not see is not told. */
function outdated(
  content: PreviewContent,
  unit: DecidedUnit,
  attempt: Attempt,
  visible: PreviewOwner['visible'],
): Refusal | null {
  const before = comparable(content.effects);
  const after = comparable(effectsOf(unit, attempt));
  if (before === after) return null;
  const hidden = hiddenOrders(attempt, visible);
  const shown = (text: string): object => withoutOrders(JSON.parse(text) as Effects, hidden);
  return { ...refuse('preview_outdated'), difference: differences(shown(before), shown(after)) };
}

/** Whose data the preview holds: of the orders that it was decided on, and of the order that it would place. */
function subjectsOf({ written }: DecidedUnit, { orders }: Attempt): readonly string[] {
  const placed = [...written.values()].flatMap(({ newSubject }) => newSubject ?? []);
  return [...new Set([...[...orders.values()].map(({ subject }) => subject), ...placed])];
}
