import type { AnswerOf } from '@docket/sdk';
import { shopperDocket } from './shopper-docket';

export type OwnOrder = AnswerOf<'getOwnOrder'>;
export type OwnTimeline = AnswerOf<'getOwnTimeline'>;

/** One order as its buyer reaches it: signed in, or by the token of a link. */
export interface OrderSource {
  /** Of what is read. */
  readonly key: readonly string[];
  read(): Promise<OwnOrder>;
  timeline(): Promise<OwnTimeline>;
  /** Answers the order after it. */
  askToCancel(reason: string): Promise<OwnOrder>;
}

/** Nothing written is no reason. */
const bodyOf = (reason: string): { reason?: string } => (reason.trim() === '' ? {} : { reason: reason.trim() });

export const ownOrder = (orderId: string): OrderSource => ({
  key: ['shopper', 'order', orderId],
  read: () => shopperDocket.call('getOwnOrder', { path: { orderId } }),
  timeline: () => shopperDocket.call('getOwnTimeline', { path: { orderId } }),
  askToCancel: (reason) => shopperDocket.call('cancelOwnOrder', { path: { orderId }, body: bodyOf(reason) }),
});

export const guestOrder = (token: string): OrderSource => ({
  key: ['guest', token],
  read: () => shopperDocket.call('getGuestOrder', { path: { token } }),
  timeline: () => shopperDocket.call('getGuestTimeline', { path: { token } }),
  askToCancel: (reason) => shopperDocket.call('cancelGuestOrder', { path: { token }, body: bodyOf(reason) }),
});
