import type { FastifyReply, FastifyRequest } from 'fastify';
import { sightOf } from '../../access/sight.js';
import type { DraftSummary, OrderDraft } from '../../edits/order-draft.js';
import { callerOf } from '../auth.js';
import { etagOf } from '../preconditions.js';
import { withoutPrices } from './redacted.js';

/** With its revision as the tag that `If-Match` names. */
export function answeredDraft(request: FastifyRequest, reply: FastifyReply, draft: OrderDraft): object {
  void reply.header('etag', etagOf(draft.revision));
  return draftView(request, draft);
}

/** Changes may hold addresses and amounts: who sees either not, sees only what kinds of changes there are. */
function draftView(request: FastifyRequest, draft: OrderDraft): object {
  const { link: _link, confirmedFrom, content, consent, ...summary } = draft;
  const { prices, personal } = sightOf(callerOf(request));
  const { changes, promotions = 'keep', settle = 'none', reason = null } = content;
  const whole = { changes, promotions, settle, reason: personal ? reason : null };
  const shown = personal
    ? whole
    : {
        ...whole,
        changes: changes.map((change) => (change.change === 'set_address' ? { change: change.change } : change)),
      };
  return {
    ...summary,
    confirmedFrom,
    consent: consent === null || personal ? consent : { ...consent, message: null, reason: null },
    ...(prices ? shown : withoutTaxes(withoutPrices(shown))),
  };
}

/** Taxes of lines that a change says are amounts too. */
const withoutTaxes = <Shown extends { readonly changes: readonly object[] }>(shown: Shown): Shown => ({
  ...shown,
  changes: shown.changes.map((change) => ('tax' in change ? { ...change, tax: null } : change)),
});

/** A row of a list: nothing of it is of a person or an amount. `number`: that of its order. */
export const draftSummaryView = (summary: DraftSummary, number: string | null): object => ({ ...summary, number });
