import { recordedShares } from '@docket/core/order/edit-recorded-shares';
import { undoing } from '@docket/core/order/edit-undo';
import type { Order } from '@docket/core/order/order';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isUndecided, type OrderDraft } from '../../edits/order-draft.js';
import type { Outcome } from '../../execute.js';
import { actorOf, callerOf } from '../auth.js';
import { idempotencyOf } from '../idempotency.js';
import { expectedVersionOf, preferenceOf } from '../preconditions.js';
import { RequestProblem } from '../problem.js';
import { reasonOf } from '../reason.js';
import { answers, DRAFT_HEADERS, KEYED_HEADERS } from './answers.js';
import { commandOf, createDraftReach, type DraftRequest, type DraftRouteDependencies } from './draft-reach.js';
import { answeredDraft } from './draft-view.js';
import { versionOf } from './past-order.js';
import { Nothing } from './schemas/commands.js';
import { DraftParams } from './schemas/drafts.js';
import { ref } from './schemas/fields.js';
import { answerWrite } from './write-answer.js';

/** Confirmations that find the order or the draft changed this often while they are made are told so. */
const MOST_TRIES = 5;

/** The revision that was confirmed, of a confirmed one: whoever made it so may ask again. */
const contentRevision = ({ state, revision }: OrderDraft): number => (state === 'confirmed' ? revision - 1 : revision);

/** Making the edit that a draft prepared, and preparing the way back. */
export function addDraftConfirmRoutes(app: FastifyInstance, dependencies: DraftRouteDependencies): void {
  const { orders, history, drafts, now, onceOf } = dependencies;
  const { found, conflicts } = createDraftReach(dependencies);

  app.post<DraftRequest>(
    '/drafts/:draftId/confirm',
    {
      config: { permission: 'orders.edit' },
      schema: {
        operationId: 'confirmDraft',
        tags: ['edits'],
        summary: 'Make the edit',
        description:
          'Edits the order and closes the draft in one step: both, or neither. Where the order moved on and nothing that the draft touches became another, it is made on the present version; else it is refused with `draft_outdated`, which names what did. Confirming again answers what the first did. With `If-Match` it is made only as it was read, and without only as it was found when the request came. Where the rules of the account want the buyer asked first, it is refused with `edit_needs_consent`.',
        params: DraftParams,
        headers: DRAFT_HEADERS,
        body: ref(Nothing),
        response: answers(200, 'The order after it.', ['Order', 'OrderReceipt'], ['404', '409', '412', '415']),
      },
    },
    async (request, reply) => {
      const preference = preferenceOf(request);
      const expected = expectedVersionOf(request);
      let read: number | null = null;
      for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
        const { draft, order } = await found(request, request.params.draftId);
        if (expected?.includes(contentRevision(draft)) === false) throw new RequestProblem('version_mismatch');
        if (!isUndecided(draft)) return answerWrite(request, reply, await again(draft, order), preference);
        // The order may move on while it is tried; what the draft says may not.
        if (read !== null && draft.revision !== read) break;
        read = draft.revision;
        const outcome = await confirmed(request, draft, order);
        if (outcome === 'decided') continue;
        if (outcome.accepted || outcome.refusal.refused !== 'version_conflict')
          return answerWrite(request, reply, outcome, preference);
      }
      throw new RequestProblem('version_conflict');
    },
  );

  /** decided: somebody closed it between, and what stands against it may be its own edit. */
  async function confirmed(request: FastifyRequest, draft: OrderDraft, order: Order): Promise<Outcome | 'decided'> {
    const fields = await conflicts(draft, order);
    const { version } = order.head;
    if (fields.length > 0) {
      const { draft: present } = await found(request, draft.draftId);
      if (!isUndecided(present)) return 'decided';
      throw new RequestProblem('draft_outdated', { details: { fields, version } });
    }
    const idempotency = idempotencyOf(request);
    const { orderId, draftId, revision } = draft;
    return orders.execute(callerOf(request), {
      orderId,
      command: commandOf(draft),
      actor: actorOf(request),
      reason: reasonOf(request),
      ...(idempotency === undefined ? {} : { idempotency }),
      // What it was judged on; what it would touch may become another meanwhile.
      expectedVersion: version,
      draft: { draftId, revision, agreedBy: null },
    });
  }

  /** What the first confirmation did. */
  async function again({ state, confirmedAs }: OrderDraft, present: Order): Promise<Outcome> {
    if (confirmedAs === null) throw new RequestProblem('draft_closed', { details: { state } });
    const order = await versionOf(history, present, confirmedAs, '/confirmedAs');
    return { accepted: true, replayed: true, order, events: [] };
  }

  app.post<DraftRequest>(
    '/drafts/:draftId/undo',
    {
      config: { permission: 'orders.edit' },
      schema: {
        operationId: 'undoDraft',
        tags: ['edits'],
        summary: 'Prepare the edit that takes a confirmed one back',
        description:
          'A new draft with the changes the other way round, by which every line bears what it bore: to be looked at, and confirmed like any other. It stands on the version that the edit made: what was changed since stands in its conflicts. Where the draft changed nothing it is refused with `draft_without_effect`.',
        params: DraftParams,
        headers: KEYED_HEADERS,
        body: ref(Nothing),
        response: answers(201, 'The new draft.', 'Draft', ['404', '409', '415']),
      },
    },
    async (request, reply) => {
      const { draft, order } = await found(request, request.params.draftId);
      const { state, confirmedAs, confirmedFrom } = draft;
      if (confirmedAs === null || confirmedFrom === null)
        throw new RequestProblem('draft_closed', { details: { state } });
      if (confirmedAs === confirmedFrom) throw new RequestProblem('draft_without_effect');
      const after = await versionOf(history, order, confirmedAs, '/confirmedAs');
      const before = await versionOf(history, order, confirmedFrom, '/confirmedFrom');
      const changes = undoing(before, after);
      if (changes.length === 0) throw new RequestProblem('draft_without_effect');
      const draftId = await drafts.add(
        callerOf(request).account,
        {
          orderId: draft.orderId,
          // What became of the order since is looked at as for any draft.
          baseVersion: confirmedAs,
          createdBy: actorOf(request).id,
          createdAt: now(),
          content: { changes, recorded: recordedShares(before) },
        },
        onceOf(request, reply),
      );
      void reply.code(201).header('location', `/api/v1/admin/drafts/${draftId}`);
      return answeredDraft(request, reply, (await found(request, draftId)).draft);
    },
  );
}
