import type { FastifyInstance, FastifyRequest } from 'fastify';
import { inParallel } from '../../in-parallel.js';
import { sightOf } from '../../access/sight.js';
import { refusalSeen } from './redacted.js';
import type { Metrics } from '../../metrics/metrics.js';
import { actorOf, callerOf } from '../auth.js';
import { failureOf } from '../errors.js';
import { contentOf, credentialOf, type IdempotencyClaim, keyOf } from '../idempotency.js';
import { unstorableText } from '../json-body.js';
import { objectText } from '../json-text.js';
import type { OrderAccess } from '../order-access.js';
import { preferenceOf } from '../preconditions.js';
import { type Problem, problemOf, RequestProblem } from '../problem.js';
import { reasonOf } from '../reason.js';
import { validationProblem } from '../validation.js';
import { answers, BULK_HEADERS } from './answers.js';
import { placement } from './order-routes.js';
import { BulkEnvelope, BulkItem, PlaceOrders } from './schemas/bulk.js';
import { ref } from './schemas/fields.js';
import type { PlaceOrderBody } from './schemas/place-order.js';
import { shown } from './write-answer.js';

/** A hundred orders of some 300 lines each. */
const BULK_BYTES = 16 * 1024 * 1024;
/** What the committer writes in one batch; more would only wait for it, while their facts grow old. */
const AT_ONCE = 20;
/** Where a single order is placed: an item is the same request, whichever way it comes. */
const SINGLE = '/api/v1/admin/orders';

interface Item {
  readonly order: PlaceOrderBody;
  readonly idempotencyKey?: string;
}

type ItemAnswer = { readonly index: number; readonly status: number; readonly replayed: boolean } & (
  { readonly order: object } | { readonly problem: Problem }
);

/** Up to 100 orders in one call. Each is placed or refused by itself, as if it had come alone. */
export function addBulkRoute(app: FastifyInstance, orders: OrderAccess, metrics: Metrics): void {
  const url = '/orders/bulk';
  const compile = app.validatorCompiler;
  if (compile === undefined) throw new Error('routes are added before there is a validator');
  const isItem = compile({ schema: BulkItem, method: 'POST', url, httpPart: 'body' });

  function checkedItem(request: FastifyRequest, item: unknown): Item {
    if (isItem(item) !== true) throw validationProblem(isItem.errors ?? [], 'body');
    const bad = request.unstorableText === null ? null : unstorableText(JSON.stringify(item), item);
    if (bad !== null) throw new RequestProblem('text_invalid', { pointer: bad });
    return item as Item;
  }

  async function answerItem(
    request: FastifyRequest,
    item: unknown,
    index: number,
    minimal: boolean,
  ): Promise<ItemAnswer> {
    const began = performance.now();
    const refused = (problem: Problem): ItemAnswer => ({ index, status: problem.status, replayed: false, problem });
    try {
      const { order, idempotencyKey } = checkedItem(request, item);
      const idempotency = keyOfItem(request, order, idempotencyKey, index);
      const command = placement(order);
      const outcome = await orders.execute(callerOf(request), {
        command,
        actor: actorOf(request),
        reason: reasonOf(request),
        ...(idempotency === undefined ? {} : { idempotency }),
      });
      metrics.placed((performance.now() - began) / 1000);
      if (outcome.accepted) {
        return { index, status: 201, replayed: outcome.replayed, order: shown(request, outcome.order, minimal) };
      }
      const { refused: code, pointer, details } = refusalSeen(outcome.refusal, sightOf(callerOf(request)));
      const where = {
        ...(pointer === undefined ? {} : { pointer: `/items/${index}/order${pointer}` }),
        ...(details === undefined ? {} : { details }),
      };
      return refused(problemOf(code, where, request.id));
    } catch (error) {
      const { code, where } = failureOf(error as Error, request);
      const { pointer } = where;
      const within = code === 'outside_scope' ? `/items/${index}/order` : `/items/${index}`;
      return refused(
        problemOf(code, pointer === undefined ? where : { ...where, pointer: within + pointer }, request.id),
      );
    }
  }

  app.post(
    url,
    {
      config: { permission: 'orders.place', textIsChecked: 'item by item' },
      bodyLimit: BULK_BYTES,
      // Of the body nothing is checked but that it has items; each of them is checked by itself.
      validatorCompiler: (part) => compile(part.httpPart === 'body' ? { ...part, schema: BulkEnvelope } : part),
      schema: {
        operationId: 'placeOrders',
        tags: ['orders'],
        summary: 'Place up to 100 orders',
        description:
          'Each item is placed or refused by itself and answered as it would have been alone; the whole is answered with 200. Items are placed side by side, in no order. The body may have 16 MiB. There is no preview of it.',
        headers: BULK_HEADERS,
        body: ref(PlaceOrders),
        response: answers(200, 'One answer an item, in the order of the request.', 'BulkAnswers', [
          '413',
          '415',
          '501',
        ]),
      },
    },
    async (request) => {
      const { minimal } = preferenceOf(request);
      // What is wrong with the headers is wrong with every item.
      actorOf(request);
      reasonOf(request);
      keyOf(request);
      const { items } = request.body as { items: readonly unknown[] };
      const answered: ItemAnswer[] = [];
      await inParallel([...items.entries()], AT_ONCE, async ([index, item]) => {
        answered[index] = await answerItem(request, item, index, minimal);
      });
      const placed = answered.filter(({ status }) => status === 201).length;
      return objectText({ placed, refused: items.length - placed, items: answered.map(objectText) });
    },
  );
}

/**
 * An item's own key is the key of a request of its own. The key of the call gives every other item one with its place
 * behind a space, which no header can hold.
 */
function keyOfItem(
  request: FastifyRequest,
  order: PlaceOrderBody,
  own: string | undefined,
  index: number,
): IdempotencyClaim | undefined {
  const call = keyOf(request);
  const key = own ?? (call === undefined ? undefined : `${call} ${index}`);
  if (key === undefined) return undefined;
  return { credential: credentialOf(request), key, content: contentOf('POST', SINGLE, order) };
}
