import { type StockClaim, stockDelta } from '@docket/core/order/stock-claim';

/** Claims of one order in one unit. */
export interface OrderClaims {
  readonly unit: number;
  readonly account: string;
  /** Of a reservation the draft order. */
  readonly orderId: string;
  readonly at: string;
  readonly claims: readonly StockClaim[];
}

/** What a batch asks of one stock row, in pieces. */
export interface Demand {
  readonly account: string;
  readonly sku: string;
  readonly place: string;
  onHand: number;
  claimed: number;
  confirmed: number;
}

/** One row of the stock ledger. `then` is what the batch had changed on this stock row before it. */
export interface Movement {
  readonly unit: number;
  /** Counts from 1 in the demands. */
  readonly demand: number;
  readonly orderId: string;
  readonly at: string;
  readonly claim: StockClaim;
  readonly delta: { readonly onHand: number; readonly claimed: number; readonly confirmed: number };
  readonly then: { readonly onHand: number; readonly claimed: number; readonly confirmed: number };
}

/**
 * Sums the claims of a batch over units, orders and lines: each stock row is changed once. Demands come in key order, in
 * which their rows are locked.
 */
export function sumDemand(orders: readonly OrderClaims[]): { demands: Demand[]; movements: Movement[] } {
  const byKey = new Map<string, Demand>();
  const drafts: (Omit<Movement, 'demand'> & { readonly of: Demand })[] = [];
  for (const { unit, account, orderId, at, claims } of orders) {
    for (const claim of claims) {
      const { sku, place } = claim;
      const key = `${account}\n${place}\n${sku}`;
      let demand = byKey.get(key);
      if (demand === undefined) byKey.set(key, (demand = { account, sku, place, onHand: 0, claimed: 0, confirmed: 0 }));
      const delta = stockDelta(claim);
      const then = { onHand: demand.onHand, claimed: demand.claimed, confirmed: demand.confirmed };
      drafts.push({ unit, of: demand, orderId, at, claim, delta, then });
      demand.onHand += delta.onHand;
      demand.claimed += delta.claimed;
      demand.confirmed += delta.confirmed;
    }
  }
  const demands = [...byKey.values()].sort(inKeyOrder);
  const positions = new Map(demands.map((demand, index) => [demand, index + 1]));
  return { demands, movements: drafts.map(({ of, ...draft }) => ({ ...draft, demand: positions.get(of) ?? 0 })) };
}

function inKeyOrder(a: Demand, b: Demand): number {
  for (const part of ['account', 'sku', 'place'] as const) {
    if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  }
  return 0;
}
