import type { AnswerOf } from '@docket/sdk';
import { rememberGuest } from './guest-way';
import { shopperDocket } from './shopper-docket';

export type OwnOrder = AnswerOf<'getOwnOrder'>;
export type OwnTimeline = AnswerOf<'getOwnTimeline'>;

export type OwnEdit = AnswerOf<'getOwnEdit'>;

type Returnable = AnswerOf<'getOwnReturnable'>;

/** What a buyer says of a line that they send back. */
export interface ReturnWish {
  readonly lineId: string;
  readonly quantity: number;
  readonly reason: string;
  readonly comment?: string;
}

/** What a buyer would like for what comes back. */
export type Resolution = OwnOrder['returns'][number]['resolution'];

/** One order as its buyer reaches it: signed in, or by the token of a link. */
export interface OrderSource {
  /** Of what is read. */
  readonly key: readonly string[];
  read(): Promise<OwnOrder>;
  timeline(): Promise<OwnTimeline>;
  /** Answers the order after it. */
  askToCancel(reason: string): Promise<OwnOrder>;
  /** What may come back, until when, and if not, why. */
  returnable(): Promise<Returnable>;
  askForReturn(items: readonly ReturnWish[], resolution: Resolution): Promise<unknown>;
  withdrawReturn(returnId: string): Promise<unknown>;
  /** Changes that the shop asks about. */
  edits(): Promise<AnswerOf<'listOwnEdits'>>;
  edit(draftId: string): Promise<OwnEdit>;
  /** `total`: what the order comes to then, as the buyer was shown it; minor units. */
  agree(question: Question, total: number): Promise<unknown>;
  decline(question: Question, reason: string): Promise<unknown>;
  /** Where another order of the same buyer is shown; null: not to whoever came by this way. */
  pathOf(orderId: string): string | null;
}

/** Which question is answered: the draft, and when the buyer was asked about it. */
type Question = Pick<OwnEdit, 'draftId' | 'askedAt'>;

/** Nothing written is no reason. */
const bodyOf = (reason: string): { reason?: string } => (reason.trim() === '' ? {} : { reason: reason.trim() });

export const ownOrder = (orderId: string): OrderSource => ({
  key: ['shopper', 'order', orderId],
  read: () => shopperDocket.call('getOwnOrder', { path: { orderId } }),
  timeline: () => shopperDocket.call('getOwnTimeline', { path: { orderId } }),
  askToCancel: (reason) => shopperDocket.call('cancelOwnOrder', { path: { orderId }, body: bodyOf(reason) }),
  returnable: () => shopperDocket.call('getOwnReturnable', { path: { orderId } }),
  askForReturn: (items, resolution) =>
    shopperDocket.call('requestOwnReturn', { path: { orderId }, body: { items: [...items], resolution } }),
  withdrawReturn: (returnId) => shopperDocket.call('withdrawOwnReturn', { path: { orderId, returnId } }),
  edits: () => shopperDocket.call('listOwnEdits', { path: { orderId } }),
  edit: (draftId) => shopperDocket.call('getOwnEdit', { path: { orderId, draftId } }),
  agree: ({ draftId, askedAt }, total) =>
    shopperDocket.call('agreeToOwnEdit', { path: { orderId, draftId }, body: { askedAt, total } }),
  decline: ({ draftId, askedAt }, reason) =>
    shopperDocket.call('declineOwnEdit', { path: { orderId, draftId }, body: { askedAt, ...bodyOf(reason) } }),
  pathOf: (other) => `/account/orders/${encodeURIComponent(other)}`,
});

export const guestOrder = (token: string): OrderSource => ({
  key: ['guest', token],
  read: async () => {
    const order = await shopperDocket.call('getGuestOrder', { path: { token } });
    rememberGuest(order.orderId, token);
    return order;
  },
  timeline: () => shopperDocket.call('getGuestTimeline', { path: { token } }),
  askToCancel: (reason) => shopperDocket.call('cancelGuestOrder', { path: { token }, body: bodyOf(reason) }),
  returnable: () => shopperDocket.call('getGuestReturnable', { path: { token } }),
  askForReturn: (items, resolution) =>
    shopperDocket.call('requestGuestReturn', { path: { token }, body: { items: [...items], resolution } }),
  withdrawReturn: (returnId) => shopperDocket.call('withdrawGuestReturn', { path: { token, returnId } }),
  edits: () => shopperDocket.call('listGuestEdits', { path: { token } }),
  edit: (draftId) => shopperDocket.call('getGuestEdit', { path: { token, draftId } }),
  agree: ({ draftId, askedAt }, total) =>
    shopperDocket.call('agreeToGuestEdit', { path: { token, draftId }, body: { askedAt, total } }),
  decline: ({ draftId, askedAt }, reason) =>
    shopperDocket.call('declineGuestEdit', { path: { token, draftId }, body: { askedAt, ...bodyOf(reason) } }),
  // the link opens one order
  pathOf: () => null,
});
