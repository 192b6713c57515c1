import type { Typed } from './actions/command-fields';
import type { Order } from './order-queries';

export type MoneyKind = 'capture' | 'void' | 'refund';
export type Refund = Order['refunds'][number];
/** A capture, a void or a refund, as far as a screen tells them the same way. */
export type Move = Order['captures'][number] | Order['voids'][number] | Refund;

/** Where an order keeps the documents of each kind. */
export const MONEY_LISTS = { capture: 'captures', void: 'voids', refund: 'refunds' } as const;

export const isMoneyKind = (text: string): text is MoneyKind => Object.hasOwn(MONEY_LISTS, text);

export const movesOf = (order: Order, kind: MoneyKind): readonly Move[] => order[MONEY_LISTS[kind]];

export const MOVE_COLOURS: Readonly<Partial<Record<Move['state'], string>>> = {
  requested: 'yellow',
  settled: 'green',
  failed: 'red',
};

/** What a command about a document is filled in with from the start. */
export const moveNames = (kind: MoneyKind, move: Move): Typed => ({
  [`${kind}Id`]: move.id,
  ...(move.state === 'settled' ? { reversed: true } : {}),
});

/** The page of a document. */
export const addressOfMove = (orderId: string, kind: MoneyKind, id: string): string =>
  `/orders/${encodeURIComponent(orderId)}/money/${kind}/${encodeURIComponent(id)}`;
