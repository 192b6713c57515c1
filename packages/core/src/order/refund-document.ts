import { type Amount, sum } from '../money/amount.js';
import type { DocumentKind } from './document-kind.js';
import type { MoneyMove, RefundWay } from './events.js';
import { MONEY_DOCUMENT, type MoneyDocument } from './money-document.js';

/** Pieces of a line and what of their price goes back, in minor units. */
export interface RefundedItem {
  readonly lineId: string;
  /** 0: the rest of the money for pieces that another refund names, which another payment gave. */
  readonly quantity: number;
  readonly amount: Amount;
}

/** Money that went back, or is to go back. What it is for are its parts; a return and a cancellation say it all by themselves. */
export interface Refund extends MoneyDocument, RefundParts {
  readonly cause: 'refund' | 'return' | 'cancellation' | 'import';
  /** Number of the return invoice that it is for. */
  readonly returnInvoice: string | null;
  readonly reasonCode: string | null;
  /** Personal: free text. */
  readonly reason: string | null;
  /** What the buyer was let off with it. */
  readonly credited: Amount;
  /** What of that is owed again, because the refund was given up. */
  readonly uncredited: Amount;
  /** Where it goes instead of back to its payment; absent: back to it. */
  readonly to?: RefundWay;
}

/** Of a refund that somebody asked for. Their amounts come to its own. */
export interface RefundParts {
  readonly items: readonly RefundedItem[];
  readonly shipping: Amount;
  readonly goodwill: Amount;
  /** Money that was paid too much. */
  readonly overpaid: Amount;
}

export const NO_PARTS: RefundParts = { items: [], shipping: 0, goodwill: 0, overpaid: 0 };

export type RefundAbout = Omit<Refund, keyof MoneyDocument>;

export const REFUND_KIND: DocumentKind<Refund> = {
  ...(MONEY_DOCUMENT as Omit<DocumentKind<Refund>, 'kind' | 'title' | 'list' | 'permissions' | 'redact'>),
  kind: 'refund',
  title: 'refund',
  list: 'refunds',
  permissions: { view: 'orders.view', edit: 'orders.refund' },
  redact: (refund) => ({ ...refund, failure: null, reason: null }),
};

/** Of a refund that a return or a cancellation brought with it. */
export const refundFor = (cause: Refund['cause'], returnInvoice: string | null = null): RefundAbout => ({
  ...NO_PARTS,
  cause,
  returnInvoice,
  reasonCode: null,
  reason: null,
  credited: 0,
  uncredited: 0,
});

/**
 * What each of several refunds is for, where one decision gave money back over several payments: they are filled one after
 * the other, items first, then shipping, goodwill and what was paid too much.
 */
export function partsOfEach(
  moves: readonly MoneyMove[],
  whole: RefundParts & { readonly credited: Amount },
): readonly (RefundParts & { readonly credited: Amount })[] {
  let { credited } = whole;
  let left: RefundParts = whole;
  return moves.map(({ amount }) => {
    const parts = firstParts(left, amount);
    left = without(left, parts);
    const letOff = Math.min(credited, amount);
    credited -= letOff;
    return { ...parts, credited: letOff };
  });
}

/** The first parts that come to so much; the last of them may be cut. */
export function firstParts({ items, shipping, goodwill, overpaid }: RefundParts, amount: Amount): RefundParts {
  let left = amount;
  const take = (part: Amount): Amount => {
    const taken = Math.min(part, left);
    left -= taken;
    return taken;
  };
  const taken = items.flatMap((item) => (left === 0 ? [] : [{ ...item, amount: take(item.amount) }]));
  return { items: taken, shipping: take(shipping), goodwill: take(goodwill), overpaid: take(overpaid) };
}

function without(whole: RefundParts, taken: RefundParts): RefundParts {
  return {
    items: whole.items.flatMap((item, position) => {
      const part = taken.items[position];
      if (part === undefined) return [item];
      return part.amount < item.amount ? [{ ...item, quantity: 0, amount: item.amount - part.amount }] : [];
    }),
    shipping: whole.shipping - taken.shipping,
    goodwill: whole.goodwill - taken.goodwill,
    overpaid: whole.overpaid - taken.overpaid,
  };
}

/** Whether our own books move it, and no provider and no person answers for it. */
export const goesOtherWay = (document: MoneyDocument): boolean => 'to' in document && document.to !== undefined;

export const sumOfItems = (items: readonly RefundedItem[]): Amount => sum(items.map(({ amount }) => amount));
