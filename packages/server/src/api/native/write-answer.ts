import { described } from '@docket/core/order/command-catalogue';
import type { Order } from '@docket/core/order/order';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { permits } from '../../access/permissions.js';
import { sightOf } from '../../access/sight.js';
import type { Outcome } from '../../execute.js';
import type { Preview } from '../../previews/previews.js';
import { actorOf, callerOf, requirePermission } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { etagOf, type Preference } from '../preconditions.js';
import { sendRefusal } from '../problem.js';
import { objectText } from '../json-text.js';
import type { Asker } from './allowed-view.js';
import { orderText, receiptView } from './order-view.js';
import { previewView } from './preview-view.js';
import { refusalSeen } from './redacted.js';

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
export async function answerPreview(
  request: FastifyRequest,
  reply: FastifyReply,
  orders: Pick<OrderAccess, 'preview'>,
  envelope: Parameters<OrderAccess['preview']>[1],
  { minimal }: Pick<Preference, 'minimal'>,
): Promise<object> {
  assertMayPreview(request);
  if (described(envelope.command.type)?.comparesPersonal === true)
    requirePermission(callerOf(request), 'personal.view');
  const made = await orders.preview(callerOf(request), envelope);
  if ('accepted' in made) return answerRefusal(request, reply, made);
  void reply.code(200).header('preference-applied', minimal ? 'preview, return=minimal' : 'preview');
  return shownPreview(request, made, minimal);
}

/** The preview as far as the caller sees whom it is about. */
export const shownPreview = (request: FastifyRequest, preview: Preview, minimal: boolean): object =>
  objectText(previewView(preview, shown(request, preview.order, minimal), sightOf(callerOf(request))));

/**
 * A preview shows the order and what would become of it, so it needs `orders.view`. And who does not see amounts previews
 * nothing, not even without them: a refund that would be refused and one that would not
 * differ by the amount that was captured, and twenty previews find it without a trace.
 */
export function assertMayPreview(request: FastifyRequest): void {
  requirePermission(callerOf(request), 'orders.view');
  requirePermission(callerOf(request), 'prices.view');
}

/** The order as the caller gets it: whole, or as a receipt, which is all that one gets who may send it but not read it. */
export function shown(request: FastifyRequest, order: Order, minimal: boolean): object {
  const caller = callerOf(request);
  const sight = sightOf(caller);
  return minimal || !permits(caller.permissions, 'orders.view')
    ? receiptView(order, sight)
    : orderText(order, askerOf(request), sight);
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
  return sendRefusal(reply, refusalSeen(refusal, sightOf(callerOf(request))), versionWasAsked);
}
