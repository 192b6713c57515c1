import type { Command } from '@docket/core/order/commands';
import { redactedCarried } from '@docket/core/order/evolve';
import { exchangeIn } from '@docket/core/order/exchange';
import type { Carried, Order } from '@docket/core/order/order';
import { type Caller, type OrderScope, powersOf } from '../access/caller.js';
import { hiddenPart, impersonal, mayPlaceInto, narrowed, orderVisible } from '../access/order-policy.js';
import { sightOf } from '../access/sight.js';
import type { Envelope, Execute, Outcome } from '../execute.js';
import type { OrderChange, OrderChanges } from '../followers/order-changes.js';
import type { AssertMay, Preview, PreviewOwner, Previews } from '../previews/previews.js';
import type { DocumentQuery, ListedDocument } from '../read-models/document-list-query.js';
import type { OrderPage } from '../read-models/order-list-queries.js';
import type { ListProblem, OrderListQuery } from '../read-models/order-list-query.js';
import type { OrderBreakdown } from '../read-models/order-breakdown.js';
import type { OrderStatistics } from '../read-models/order-list-statistics.js';
import type { OrderTally } from '../read-models/order-list-tally.js';
import type { OrderReads } from './native/order-reads.js';
import type { GroupEnvelope, GroupOutcome, PlaceGroup } from '../place-group.js';
import { RequestProblem } from './problem.js';

/**
 * Orders as the routes reach them: everything that is read or sent goes through the policy of the caller. An order
 * outside its scope does not exist for it. A test keeps the routes from `OrderReads` and `Execute` themselves.
 */
export interface OrderAccess {
  /** The order, or null where the caller has none of this id. */
  load(caller: Caller, orderId: string): Promise<Order | null>;
  /** Those of the orders that the caller has, in the order of the ids. */
  loadMany(caller: Caller, orderIds: readonly string[]): Promise<readonly Order[]>;
  list(caller: Caller, query: OrderListQuery): Promise<OrderPage | ListProblem>;
  /** What travels with the orders of a page of the list, by id; without what is of people for who may not see it. */
  carriedOf(caller: Caller, page: OrderPage): Promise<ReadonlyMap<string, Carried>>;
  statistics(caller: Caller, query: OrderListQuery): Promise<OrderStatistics | ListProblem>;
  breakDown(caller: Caller, query: OrderListQuery): Promise<OrderBreakdown | ListProblem>;
  /** Throws permission_missing where it asks for what the caller may not see. */
  documents(caller: Caller, asked: DocumentQuery): Promise<readonly ListedDocument[]>;
  tally(caller: Caller, query: OrderListQuery): Promise<OrderTally | ListProblem>;
  /** The position that the caller's account has reached. */
  head(caller: Caller): Promise<number>;
  /** Changes of the account after a position, page by page; those of orders that the caller may not see have no order. */
  follow(caller: Caller, after: number, signal: AbortSignal): AsyncGenerator<readonly OrderChange[], void, undefined>;
  /**
   * Sends a command in the caller's account. Where it may not see the order, the outcome is `order_not_found`, decided in
   * the write path on the very state that the command would change. Throws `outside_scope` for a placement beyond it.
   */
  execute(caller: Caller, envelope: Asked): Promise<Outcome>;
  /** Places the orders of one checkout, all or none. Throws `outside_scope` where one of them is beyond the caller's. */
  placeGroup(caller: Caller, envelope: Omit<GroupEnvelope, 'account' | 'visible'>): Promise<GroupOutcome>;
  /** What the command would do; refused where it would be. Nothing of it happens. */
  preview(caller: Caller, envelope: Asked): ReturnType<Previews['make']>;
  /** The same, and nothing is kept of it. */
  foresee(caller: Caller, envelope: Asked): ReturnType<Previews['foresee']>;
  /** What this caller previewed, or null where there is no such preview any more. */
  findPreview(caller: Caller, token: string): Promise<Preview | null>;
  /** Carries out what this caller previewed, as far as the policy still lets it. `assertMay` throws where it may not. */
  commitPreview(caller: Caller, token: string, assertMay: AssertMay): Promise<Outcome>;
}

/** The query as far as the caller may ask it. Throws permission_missing where it asks for what the caller may not see. */
function permitted(caller: Caller, query: OrderListQuery): OrderListQuery {
  const sight = sightOf(caller);
  const hidden = hiddenPart(sight, query);
  if (hidden !== null) {
    const { field, permission } = hidden;
    const pointer = `/${field === 'text' ? 'q' : field}`;
    throw new RequestProblem('permission_missing', { in: 'query', pointer, details: { permission } });
  }
  return narrowed(caller.scope, sight.personal ? query : impersonal(query));
}

/** What may not be seen must not be found out by searching either. */
const notToBeSought = (pointer: string, permission: string): RequestProblem =>
  new RequestProblem('permission_missing', { in: 'query', pointer: `/${pointer}`, details: { permission } });

type Asked = Omit<Envelope, 'account' | 'visible'>;

/** Who has one store places into it without saying so. */
function intoOwnStore<Asked extends Command>({ stores }: OrderScope, command: Asked): Asked {
  const [store] = stores ?? [];
  if (command.type !== 'place' || command.store !== undefined || store === undefined || stores?.length !== 1) {
    return command;
  }
  return { ...command, store };
}

export function createOrderAccess(
  orders: OrderReads,
  changes: OrderChanges,
  execute: Execute,
  previews: Previews,
  placeGroup: PlaceGroup,
): OrderAccess {
  const load: OrderAccess['load'] = async ({ account, scope }, orderId) => {
    const order = await orders.load(account, orderId);
    return order !== null && orderVisible(scope, order) ? order : null;
  };
  return {
    load,
    loadMany: async ({ account, scope }, orderIds) =>
      (await orders.loadMany(account, orderIds)).filter((order) => orderVisible(scope, order)),
    list: async (caller, query) => orders.list(caller.account, permitted(caller, query)),
    // the page was found within the scope of its caller
    carriedOf: async (caller, page) => {
      const ids = page.orders.map((row) => row.order_id);
      const carried = await orders.carried(caller.account, ids);
      if (sightOf(caller).personal) return carried;
      return new Map([...carried].map(([id, each]) => [id, redactedCarried(each)]));
    },
    statistics: async (caller, query) => orders.statistics(caller.account, permitted(caller, query)),
    breakDown: async (caller, query) => orders.breakDown(caller.account, permitted(caller, query)),
    documents: async (caller, asked) => {
      const { prices, personal } = sightOf(caller);
      for (const name of ['amountFrom', 'amountTo'] as const) {
        if (asked[name] !== undefined && !prices) throw notToBeSought(name, 'prices.view');
      }
      // Values of fields may be of people.
      if (asked.values !== undefined && !personal) throw notToBeSought('field', 'personal.view');
      return orders.documents(caller.account, caller.scope, asked);
    },
    tally: async (caller, query) => orders.tally(caller.account, permitted(caller, query)),
    head: ({ account }) => changes.head(account),
    async *follow({ account, scope }, after, signal) {
      for await (const page of changes.follow(account, after, signal)) {
        yield page.map((change) =>
          change.order === null || orderVisible(scope, change.order) ? change : { ...change, order: null },
        );
      }
    },
    async execute({ account, scope }, envelope) {
      const command = intoOwnStore(scope, envelope.command);
      assertWithin(scope, command);
      return execute({ ...envelope, command, account, visible: (order) => orderVisible(scope, order) });
    },
    async placeGroup({ account, scope }, envelope) {
      const commands = envelope.commands.map((command) => intoOwnStore(scope, command));
      for (const command of commands) assertWithin(scope, command);
      return placeGroup({ ...envelope, commands, account, visible: (order) => orderVisible(scope, order) });
    },
    async preview(caller, envelope) {
      const command = intoOwnStore(caller.scope, envelope.command);
      assertWithin(caller.scope, command);
      const owner = ownerOf(caller);
      return previews.make(owner, { ...envelope, command, account: owner.account, visible: owner.visible });
    },
    foresee: (caller, envelope) => {
      const owner = ownerOf(caller);
      return previews.foresee(owner, { ...envelope, account: owner.account, visible: owner.visible });
    },
    findPreview: (caller, token) => previews.find(ownerOf(caller), token),
    commitPreview: (caller, token, assertMay) =>
      previews.commit(ownerOf(caller), token, (command, asked) => {
        assertMay(command, asked);
        if (asked !== undefined) assertWithin(caller.scope, asked.command);
      }),
  };
}

function assertWithin(scope: OrderScope, command: Command): void {
  if (command.type === 'place' && !mayPlaceInto(scope, command.store)) {
    throw new RequestProblem('outside_scope', { pointer: '/store' });
  }
  // It places an order too, into the store of the first, which the caller sees.
  if (exchangeIn(command) !== null && (scope.seller !== null || scope.assignee !== null)) {
    throw new RequestProblem('outside_scope', { pointer: '/exchange' });
  }
}

const ownerOf = (caller: Caller): Required<PreviewOwner> => ({
  account: caller.account,
  credential: caller.id,
  visible: (order) => orderVisible(caller.scope, order),
  may: powersOf(caller),
});
