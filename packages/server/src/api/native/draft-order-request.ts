import type { Refusal } from '@docket/core/order/refusals';
import type { FastifyRequest } from 'fastify';
import { EVERYTHING, sightOf } from '../../access/sight.js';
import type { DraftOrderInput as Input, NotDone } from '../../draft-orders/draft-order-input.js';
import type { NotPlaced } from '../../draft-orders/place-draft-order.js';
import { expectedVersionOf } from '../preconditions.js';
import { RequestProblem } from '../problem.js';
import { refusalSeen } from './redacted.js';
import type { DraftOrderInput } from './schemas/draft-orders.js';

/** What the body says of a draft order. Refusal: field_missing. */
export function inputOf(body: DraftOrderInput): Input {
  const { store, channel, currency, customerId, stockPolicy, reservedUntil, expiresAt, ...content } = body;
  if (stockPolicy === 'soft' && reservedUntil === undefined) {
    throw new RequestProblem('field_missing', { pointer: '/reservedUntil' });
  }
  return {
    currency,
    stockPolicy,
    content: content,
    ...(store === undefined ? {} : { store }),
    ...(channel === undefined ? {} : { channel }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(reservedUntil === undefined ? {} : { reservedUntil }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

/** What was done, or the problem of why it was not. */
export function notDone<Done extends object>(request: FastifyRequest, answer: Done | NotDone | NotPlaced): Done {
  if (!('problem' in answer)) return answer;
  throw problemOfDraftOrder(answer, request);
}

function problemOfDraftOrder(answer: NotDone | NotPlaced, request: FastifyRequest): RequestProblem {
  // Buyers see the amounts of what they accept.
  const { caller } = request;
  const sight = caller === null ? EVERYTHING : sightOf(caller);
  switch (answer.problem) {
    case 'not_found':
      return new RequestProblem('draft_order_not_found');
    case 'version_mismatch':
      return new RequestProblem(expectedVersionOf(request) === undefined ? 'version_conflict' : 'version_mismatch');
    case 'unreachable':
      return new RequestProblem('buyer_unreachable', { pointer: '/mail' });
    case 'too_many':
      return new RequestProblem('too_many');
    case 'closed':
      return new RequestProblem('draft_order_closed', { details: { state: answer.state } });
    case 'outdated': {
      const { revision, parts, total } = answer;
      return new RequestProblem('draft_order_outdated', {
        details: { revision, parts, ...(sight.prices ? { total } : {}) },
      });
    }
    case 'incomplete':
      return new RequestProblem('draft_order_incomplete', { details: { missing: answer.missing } });
    case 'not_asked_for':
      return new RequestProblem('field_unknown', {
        pointer: `/${answer.field}`,
        detail: 'The shop said this already; only what is missing is asked for.',
      });
    case 'refused': {
      const { refused, ...where } = refusalSeen(caller === null ? withoutShelf(answer.refusal) : answer.refusal, sight);
      return new RequestProblem(refused, where);
    }
    default: {
      const never: never = answer;
      throw new Error(`unknown problem ${JSON.stringify(never)}`);
    }
  }
}

/** What lies where is the house's: a buyer is told which product is short, and no more. */
function withoutShelf({ details, ...refusal }: Refusal): Refusal {
  if (details === undefined) return refusal;
  const { available: _figure, place: _shelf, ...told } = details;
  return { ...refusal, details: told };
}
