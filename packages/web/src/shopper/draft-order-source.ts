import type { AnswerOf, RequestOf } from '@docket/sdk';
import { rememberGuest } from './guest-way';
import { shopperDocket } from './shopper-docket';

export type OwnDraftOrder = AnswerOf<'getOwnDraftOrder'>;
export type BuyersPart = NonNullable<RequestOf<'lookAtDraftOrder'>['body']>;

/** As it is now, and would be with what the buyer says. */
export const lookAtDraftOrder = (token: string, part: BuyersPart): Promise<OwnDraftOrder> =>
  Object.keys(part).length === 0
    ? shopperDocket.call('getOwnDraftOrder', { path: { token } })
    : shopperDocket.call('lookAtDraftOrder', { path: { token }, body: part });

export const acceptDraftOrder = (
  token: string,
  body: RequestOf<'acceptDraftOrder'>['body'],
): Promise<AnswerOf<'acceptDraftOrder'>> => shopperDocket.call('acceptDraftOrder', { path: { token }, body });

const PAUSE_MILLIS = 500;

/** The page on which the order that came of it is paid, once its provider has made one; null where that takes too long. */
export async function payPageOf(token: string, looks: number): Promise<string | null> {
  for (let look = 0; look < looks; look += 1) {
    const order = await shopperDocket.call('getGuestOrder', { path: { token } });
    rememberGuest(order.orderId, token);
    const page = order.payments.find(({ payUrl }) => payUrl !== null)?.payUrl ?? null;
    if (page !== null) return page;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
  }
  return null;
}
