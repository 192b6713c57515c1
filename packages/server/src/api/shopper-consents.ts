import { conflictsOf } from '@docket/core/order/edit-conflicts';
import type { Order } from '@docket/core/order/order';
import type { Refusal } from '@docket/core/order/refusals';
import type { AskedEdit, DraftConsents } from '../edits/draft-consents.js';
import type { OrderDraft } from '../edits/order-draft.js';
import type { OrderDrafts } from '../edits/order-drafts.js';
import type { OrderHistory } from '../event-log/order-history.js';
import type { Envelope, Execute, Outcome } from '../execute.js';
import type { Previews } from '../previews/previews.js';
import type { Visitor } from '../shoppers/visitor.js';
import { commandOf } from './native/draft-reach.js';
import type { OrderReads } from './native/order-reads.js';
import { RequestProblem } from './problem.js';

/** Agreements that find the order changed this often while they are made are told so. */
const MOST_TRIES = 5;

/** A question with what agreeing would do now. */
export interface AskedLook {
  readonly draft: OrderDraft;
  readonly order: Order;
  /** Null where it could not be made any more. */
  readonly after: Order | null;
}

/**
 * Edits that buyers are asked about, as they reach them. Throws order_not_found and draft_not_found for what they do not see:
 * a link shows the question that it was mailed with, and who signed in is shown all of their order.
 */
export interface ShopperConsents {
  list(visitor: Visitor, orderId: string): Promise<readonly AskedEdit[]>;
  look(visitor: Visitor, orderId: string, draftId: string): Promise<AskedLook>;
  /**
   * Makes the edit as the buyer, if the order then comes to what the buyer was shown; the draft is confirmed with it. Where it
   * cannot be made the draft is open again, and staff see why. Throws consent_closed, draft_outdated.
   */
  agree(visitor: Visitor, orderId: string, draftId: string, wish: Agreement): Promise<Outcome>;
  /** Leaves the draft open, with the reason. Throws consent_closed. */
  decline(visitor: Visitor, orderId: string, draftId: string, wish: Declining): Promise<AskedLook>;
}

/** Names the question: one that was asked since is another one, and no answer to an older one is an answer to it. */
interface Declining {
  /** When it was asked, as the buyer was shown it. */
  readonly askedAt: string;
  readonly reason?: string;
}

interface Agreement extends Pick<Envelope, 'idempotency'>, Pick<Declining, 'askedAt'> {
  /** What the order comes to then, as the buyer was shown it; minor units. */
  readonly total: number;
}

export interface ShopperConsentDependencies {
  readonly orders: Pick<OrderReads, 'load'>;
  readonly drafts: Pick<OrderDrafts, 'find'>;
  readonly consents: DraftConsents;
  readonly history: Pick<OrderHistory, 'asOf'>;
  readonly previews: Pick<Previews, 'foresee'>;
  readonly execute: Execute;
  readonly now: () => string;
}

export function createShopperConsents(dependencies: ShopperConsentDependencies): ShopperConsents {
  const { orders, drafts, consents, history, previews, execute, now } = dependencies;

  async function orderOf({ account, sees }: Visitor, orderId: string): Promise<Order> {
    const order = await orders.load(account, orderId);
    if (order === null || !sees(order)) throw new RequestProblem('order_not_found');
    return order;
  }

  /** The question with the order that it is about; what the buyer was never asked is not there. */
  async function asked(
    visitor: Visitor,
    orderId: string,
    draftId: string,
  ): Promise<{ draft: OrderDraft; order: Order }> {
    const order = await orderOf(visitor, orderId);
    const draft = await drafts.find(visitor.account, draftId);
    if (draft?.orderId !== order.head.orderId || draft.consent === null) throw new RequestProblem('draft_not_found');
    if (visitor.linkId !== null && visitor.linkId !== draft.link) throw new RequestProblem('draft_not_found');
    return { draft, order };
  }

  const waits = ({ state, consent }: OrderDraft): boolean =>
    state === 'awaiting_consent' && consent !== null && consent.expiresAt > now();

  async function isOutdated({ baseVersion, content }: OrderDraft, order: Order): Promise<boolean> {
    if (baseVersion === order.head.version) return false;
    const base = await history.asOf(order, baseVersion);
    return base === null || conflictsOf(base, order, content).length > 0;
  }

  async function look(visitor: Visitor, { draft, order }: { draft: OrderDraft; order: Order }): Promise<AskedLook> {
    if (!waits(draft) || (await isOutdated(draft, order))) return { draft, order, after: null };
    const { account, actor, sees } = visitor;
    const seen = await previews.foresee(
      { account, credential: actor.id, visible: sees },
      { ...asBuyer(visitor, draft), visible: sees },
    );
    return { draft, order, after: 'accepted' in seen ? null : seen.order };
  }

  /** What stood against it is told to staff; what may pass another time, or is another total, is for the buyer to try again. */
  async function told({ account, actor }: Visitor, draft: OrderDraft, { refused }: Refusal): Promise<void> {
    if (AGAIN.has(refused)) return;
    await consents.answer(account, draft, { answer: 'refused', by: actor.id, at: now(), problem: refused });
  }

  return {
    async list(visitor, orderId) {
      await orderOf(visitor, orderId);
      return consents.ofOrder(visitor.account, orderId, visitor.linkId);
    },
    look: async (visitor, orderId, draftId) => look(visitor, await asked(visitor, orderId, draftId)),
    async agree(visitor, orderId, draftId, { askedAt, total, ...conditions }) {
      for (let tries = 1; ; tries += 1) {
        const { draft, order } = await asked(visitor, orderId, draftId);
        if (!isAbout(draft, askedAt)) throw new RequestProblem('consent_closed');
        if (draft.state === 'confirmed' && draft.consent?.answer === 'agreed')
          return { accepted: true, replayed: true, order, events: [] };
        if (!waits(draft)) throw new RequestProblem('consent_closed');
        if (await isOutdated(draft, order)) {
          await consents.answer(visitor.account, draft, { answer: 'outdated', by: visitor.actor.id, at: now() });
          throw new RequestProblem('draft_outdated');
        }
        const { command, ...asBuyerSays } = asBuyer(visitor, draft);
        const outcome = await execute({
          ...asBuyerSays,
          ...conditions,
          command: { ...command, total },
          visible: visitor.sees,
          expectedVersion: order.head.version,
          draft: { draftId, revision: draft.revision, agreedBy: visitor.actor.id },
        });
        if (outcome.accepted) return outcome;
        if (outcome.refusal.refused !== 'version_conflict') {
          await told(visitor, draft, outcome.refusal);
          return outcome;
        }
        if (tries === MOST_TRIES) return outcome;
      }
    },
    async decline(visitor, orderId, draftId, { askedAt, reason }) {
      const { draft } = await asked(visitor, orderId, draftId);
      if (!isAbout(draft, askedAt)) throw new RequestProblem('consent_closed');
      if (draft.state === 'awaiting_consent') {
        const answer = { answer: 'declined', by: visitor.actor.id, at: now() } as const;
        await consents.answer(visitor.account, draft, reason === undefined ? answer : { ...answer, reason });
      }
      const after = await asked(visitor, orderId, draftId);
      if (after.draft.consent?.answer !== 'declined' || !isAbout(after.draft, askedAt))
        throw new RequestProblem('consent_closed');
      return { ...after, after: null };
    },
  };
}

const AGAIN: ReadonlySet<Refusal['refused']> = new Set([
  'totals_mismatch',
  'version_conflict',
  'tax_unreachable',
  // it is the request that is wrong, and the question was not answered by it
  'idempotency_key_reused',
]);

const isAbout = ({ consent }: OrderDraft, askedAt: string): boolean =>
  consent !== null && Date.parse(consent.askedAt) === Date.parse(askedAt);

const asBuyer = ({ account, actor }: Visitor, draft: OrderDraft) => ({
  account,
  orderId: draft.orderId,
  command: commandOf(draft),
  actor,
  reason: 'agreed by the buyer',
});
