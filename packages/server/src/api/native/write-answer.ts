import type { Order } from '@docket/core/order/order';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sightOf } from '../../access/sight.js';
import type { Outcome } from '../../execute.js';
import type { Preview } from '../../previews/previews.js';
import { actorOf, callerOf, requirePermission } from '../auth.js';
import { etagOf, type Preference } from '../preconditions.js';
import { sendRefusal } from '../problem.js';
import type { Asker } from './allowed-view.js';
import { orderView, receiptView } from './order-view.js';
import { previewView } from './preview-view.js';
import { refusalWithoutPrices } from './redacted.js';

/** The order after a write, or a receipt, or the problem that it met. */
export function answerWrite(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Outcome,
  { minimal }: Pick<Preference, 'minimal'>,
): object {
  if (!outcome.accepted) return answerRefusal(request, reply, outcome);
  const { order } = outcome;
  void reply.header('etag', etagOf(order.head.version));
  if (outcome.replayed) void reply.header('idempotency-replayed', 'true');
  if (minimal) void reply.header('preference-applied', 'return=minimal');
  return shown(request, order, minimal);
}

/** What would happen, or the problem that it would meet. */
export function answerPreview(
  request: FastifyRequest,
  reply: FastifyReply,
  made: Preview | Extract<Outcome, { accepted: false }>,
  { minimal }: Pick<Preference, 'minimal'>,
): object {
  assertSeesAll(request);
  if ('accepted' in made) return answerRefusal(request, reply, made);
  void reply.code(200).header('preference-applied', minimal ? 'preview, return=minimal' : 'preview');
  return previewView(made, shown(request, made.order, minimal));
}

/** A preview shows what happens to money and people as it would be recorded: it is for who may see both. */
export function assertSeesAll(request: FastifyRequest): void {
  for (const permission of ['prices.view', 'personal.view'] as const) requirePermission(callerOf(request), permission);
}

/** The order as the caller gets it: whole, or as a receipt. */
export function shown(request: FastifyRequest, order: Order, minimal: boolean): object {
  const sight = sightOf(callerOf(request));
  return minimal ? receiptView(order, sight) : orderView(order, askerOf(request), sight);
}

export const askerOf = (request: FastifyRequest): Asker => ({
  actor: actorOf(request),
  permissions: callerOf(request).permissions,
});

/** Where another version was expected, the answer says by its ETag which one is there. */
function answerRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  { refusal, order }: Extract<Outcome, { accepted: false }>,
): object {
  const versionWasAsked = ![undefined, '*'].includes(request.headers['if-match']);
  if (versionWasAsked && refusal.refused === 'version_conflict' && order !== undefined) {
    void reply.header('etag', etagOf(order.head.version));
  }
  const { prices } = sightOf(callerOf(request));
  return sendRefusal(reply, prices ? refusal : refusalWithoutPrices(refusal), versionWasAsked);
}
