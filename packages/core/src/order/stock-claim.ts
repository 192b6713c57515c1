import type { Line } from './order.js';

/**
 * What a decision takes from or gives back to a product at a place. Sold pieces are `claimed` when the order is placed,
 * `confirmed` when it is paid, and leave `onHand` when they are consumed; available = on hand − claimed − confirmed.
 */
export interface StockClaim {
  readonly kind: StockClaimKind;
  readonly sku: string;
  readonly place: string;
  readonly quantity: number;
  readonly lineId: string;
}

export type StockClaimKind =
  | 'claim'
  | 'confirm'
  | 'consume_claimed'
  | 'consume_confirmed'
  | 'release_claimed'
  | 'release_confirmed'
  | 'restock'
  | ReservationKind;

/** Of a draft order and no order: pieces are claimed for it, and given back. */
export type ReservationKind = 'reserve' | 'release_reserved';

/** Change of the three counters, in pieces. */
export interface StockDelta {
  readonly onHand: number;
  readonly claimed: number;
  readonly confirmed: number;
}

const PER_PIECE: Readonly<Record<StockClaimKind, StockDelta>> = {
  claim: { onHand: 0, claimed: 1, confirmed: 0 },
  confirm: { onHand: 0, claimed: -1, confirmed: 1 },
  consume_claimed: { onHand: -1, claimed: -1, confirmed: 0 },
  consume_confirmed: { onHand: -1, claimed: 0, confirmed: -1 },
  release_claimed: { onHand: 0, claimed: -1, confirmed: 0 },
  release_confirmed: { onHand: 0, claimed: 0, confirmed: -1 },
  restock: { onHand: 1, claimed: 0, confirmed: 0 },
  reserve: { onHand: 0, claimed: 1, confirmed: 0 },
  release_reserved: { onHand: 0, claimed: -1, confirmed: 0 },
};

export function stockDelta(claim: Pick<StockClaim, 'kind' | 'quantity'>): StockDelta {
  const { onHand, claimed, confirmed } = PER_PIECE[claim.kind];
  const times = (perPiece: number): number => (perPiece === 0 ? 0 : perPiece * claim.quantity);
  return { onHand: times(onHand), claimed: times(claimed), confirmed: times(confirmed) };
}

/** Claims that confirm every piece still only claimed. */
export function confirming(lines: readonly Line[]): StockClaim[] {
  return lines.flatMap((line) =>
    line.stock?.state === 'claimed' && line.stock.held > 0
      ? [claimOf(line, line.stock.place, 'confirm', line.stock.held)]
      : [],
  );
}

/** Claims that give back every piece still held. */
export function releasing(lines: readonly Line[]): StockClaim[] {
  return lines.flatMap((line) =>
    line.stock !== null && line.stock.held > 0
      ? [
          claimOf(
            line,
            line.stock.place,
            line.stock.state === 'claimed' ? 'release_claimed' : 'release_confirmed',
            line.stock.held,
          ),
        ]
      : [],
  );
}

/** Claims that take pieces off the shelf, at most as many as the line still holds. */
export function consuming(lines: readonly Line[], quantities: ReadonlyMap<string, number>): StockClaim[] {
  return lines.flatMap((line) => {
    const quantity = Math.min(quantities.get(line.id) ?? 0, line.stock?.held ?? 0);
    if (line.stock === null || quantity === 0) return [];
    return [
      claimOf(
        line,
        line.stock.place,
        line.stock.state === 'claimed' ? 'consume_claimed' : 'consume_confirmed',
        quantity,
      ),
    ];
  });
}

/** Claims that put returned pieces back where they came from. */
export function restocking(lines: readonly Line[], quantities: ReadonlyMap<string, number>): StockClaim[] {
  return lines.flatMap((line) => {
    const quantity = quantities.get(line.id) ?? 0;
    return line.stock === null || quantity === 0 ? [] : [claimOf(line, line.stock.place, 'restock', quantity)];
  });
}

/** Claims by which a line holds `more` pieces, as firmly as its others; below zero it gives some of them back. */
export function resizing({ id, sku, stock }: Pick<Line, 'id' | 'sku' | 'stock'>, more: number): StockClaim[] {
  if (stock === null || more === 0) return [];
  const claim = { sku, place: stock.place, quantity: Math.abs(more), lineId: id };
  if (more < 0) return [{ ...claim, kind: stock.state === 'claimed' ? 'release_claimed' : 'release_confirmed' }];
  const taken: StockClaim = { ...claim, kind: 'claim' };
  return stock.state === 'claimed' ? [taken] : [taken, { ...claim, kind: 'confirm' }];
}

/** Claims that put pieces of parcels that came back on the shelf again, held for their lines as before they left. */
export function shelvedAgain(lines: readonly Line[], quantities: ReadonlyMap<string, number>): StockClaim[] {
  return lines.flatMap((line) => {
    const quantity = quantities.get(line.id) ?? 0;
    if (line.stock === null || quantity === 0) return [];
    const { place, state } = line.stock;
    const held = [claimOf(line, place, 'restock', quantity), claimOf(line, place, 'claim', quantity)];
    return state === 'claimed' ? held : [...held, claimOf(line, place, 'confirm', quantity)];
  });
}

const claimOf = (line: Line, place: string, kind: StockClaimKind, quantity: number): StockClaim => ({
  kind,
  sku: line.sku,
  place,
  quantity,
  lineId: line.id,
});

/** The line after its held pieces were confirmed. */
export const withConfirmedStock = (line: Line): Line =>
  line.stock === null || line.stock.state === 'confirmed'
    ? line
    : { ...line, stock: { ...line.stock, state: 'confirmed' } };

/** The line after `quantity` of its held pieces were consumed or given back. */
export function withLessHeld(line: Line, quantity: number): Line {
  if (line.stock === null || line.stock.held === 0 || quantity === 0) return line;
  return { ...line, stock: { ...line.stock, held: Math.max(0, line.stock.held - quantity) } };
}

/** The line after `quantity` pieces were put on the shelf for it again. */
export const withMoreHeld = (line: Line, quantity: number): Line =>
  line.stock === null ? line : { ...line, stock: { ...line.stock, held: line.stock.held + quantity } };
