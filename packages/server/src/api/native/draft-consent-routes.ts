import type { FastifyInstance } from 'fastify';
import { isUndecided } from '../../edits/order-draft.js';
import type { DraftConsents } from '../../edits/draft-consents.js';
import { isMailAddress } from '../../mail/address.js';
import { isShown } from '../../shoppers/visitor.js';
import { actorOf, callerOf, requirePermission } from '../auth.js';
import { expectedVersionOf } from '../preconditions.js';
import { RequestProblem } from '../problem.js';
import { answers, DRAFT_HEADERS, KEYED_HEADERS } from './answers.js';
import { createDraftReach, type DraftRequest, type DraftRouteDependencies } from './draft-reach.js';
import { answeredDraft } from './draft-view.js';
import { Nothing } from './schemas/commands.js';
import { AskBuyerBody, DraftParams } from './schemas/drafts.js';
import { ref } from './schemas/fields.js';
import { answerWrite } from './write-answer.js';

const USUAL_DAYS = 7;
/** The buyer is shown the order with its amounts: who asks sees them too, and to whom it goes. */
const SEEN_BY_BUYERS = ['prices.view', 'personal.view'] as const;

/** Asking the buyer whether they agree to a draft, and withdrawing the question. */
export function addDraftConsentRoutes(
  app: FastifyInstance,
  dependencies: DraftRouteDependencies & { readonly consents: Pick<DraftConsents, 'ask' | 'withdraw'> },
): void {
  const { consents, now, onceOf } = dependencies;
  const { found, conflicts, foresee } = createDraftReach(dependencies);

  app.post<DraftRequest & { Body: AskBuyerBody }>(
    '/drafts/:draftId/ask',
    {
      config: { permission: 'orders.edit', further: SEEN_BY_BUYERS },
      schema: {
        operationId: 'askBuyer',
        tags: ['edits'],
        summary: 'Ask the buyer to agree to a draft',
        description:
          'The buyer gets a mail with a link, sees in my account and behind the link what would change and what it comes to, and agrees or declines. Agreeing makes the edit, as the buyer. Until then, or until the days are over, the draft is `awaiting_consent`; writing it anew or confirming it withdraws the question, and asking again asks anew. It has to be an edit that the caller could make.',
        params: DraftParams,
        headers: DRAFT_HEADERS,
        body: ref(AskBuyerBody),
        response: answers(200, 'The draft.', 'Draft', ['404', '409', '412', '413', '415']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      for (const permission of SEEN_BY_BUYERS) requirePermission(caller, permission);
      const { draft, order } = await found(request, request.params.draftId);
      if (expectedVersionOf(request)?.includes(draft.revision) === false) throw new RequestProblem('version_mismatch');
      const { days = USUAL_DAYS, message = null, mail = true } = request.body;
      const { buyer } = order.head;
      const email = buyer?.email?.trim() ?? '';
      if (isUndecided(draft)) {
        const fields = await conflicts(draft, order);
        const { version } = order.head;
        if (fields.length > 0) throw new RequestProblem('draft_outdated', { details: { fields, version } });
        const { seen } = await foresee(request, draft);
        if ('accepted' in seen) return answerWrite(request, reply, seen, { minimal: false });
        if (!isShown(order) || (mail && !isMailAddress(email)))
          throw new RequestProblem('buyer_unreachable', { pointer: '/mail' });
      }
      const mailTo = mail ? { email, locale: buyer?.locale ?? null } : null;
      const question = { by: actorOf(request).id, at: now(), days, message, mailTo };
      const done = await consents.ask(caller.account, draft, question, onceOf(request, reply));
      if (done === 'too_many') throw new RequestProblem('too_many');
      const after = (await found(request, draft.draftId)).draft;
      if (done === 'changed') throw new RequestProblem('draft_closed', { details: { state: after.state } });
      return answeredDraft(request, reply, after);
    },
  );

  app.post<DraftRequest>(
    '/drafts/:draftId/withdraw',
    {
      config: { permission: 'orders.edit' },
      schema: {
        operationId: 'withdrawQuestion',
        tags: ['edits'],
        summary: 'Ask the buyer no more',
        description: 'The draft is open again, as it was.',
        params: DraftParams,
        headers: KEYED_HEADERS,
        body: ref(Nothing),
        response: answers(200, 'The draft.', 'Draft', ['404', '409', '415']),
      },
    },
    async (request, reply) => {
      const { draftId } = request.params;
      await found(request, draftId);
      const done = await consents.withdraw(callerOf(request).account, draftId, now(), onceOf(request, reply));
      const { draft } = await found(request, draftId);
      if (!done) throw new RequestProblem('draft_closed', { details: { state: draft.state } });
      return answeredDraft(request, reply, draft);
    },
  );
}
