import { type Caller, seesEveryOrder } from '../access/caller.js';
import type { Once } from '../kept-answers.js';
import type { Mail, MailFilter, MailRow, Mails } from '../mail/mails.js';
import type { OrderAccess } from './order-access.js';

/** Mails whose orders are looked at together, and how many such looks one page takes at the most. */
const LOOK = 200;
const MOST_LOOKS = 10;

interface MailPage {
  readonly mails: readonly MailRow[];
  /** The `after` of the next page; null at the end, and only there. */
  readonly next: string | null;
}

/**
 * Mails as the routes reach them. A mail about an order exists for whoever the order exists for; one about none, such as
 * an invitation or a code, for callers alone whose scope is the whole account.
 */
export interface MailAccess {
  /** Newest first. A page of a caller with a scope may be short, and says by `next` that there is more. */
  list(caller: Caller, filter: MailFilter): Promise<MailPage>;
  find(caller: Caller, id: string): Promise<Mail | null>;
  /** As `Mails.resend`; `unknown` too where the mail does not exist for the caller. */
  resend(caller: Caller, id: string, now: string, once: Once): ReturnType<Mails['resend']>;
}

export function createMailAccess(mails: Mails, orders: Pick<OrderAccess, 'loadMany'>): MailAccess {
  async function seen<Row extends MailRow>(caller: Caller, rows: readonly Row[]): Promise<readonly Row[]> {
    if (seesEveryOrder(caller.scope)) return rows;
    const named = new Set(rows.flatMap(({ orderId }) => (orderId === null ? [] : [orderId])));
    const found = new Set((await orders.loadMany(caller, [...named])).map(({ head }) => head.orderId));
    return rows.filter(({ orderId }) => orderId !== null && found.has(orderId));
  }

  const find: MailAccess['find'] = async (caller, id) => {
    const mail = await mails.find(caller.account, id);
    return mail === null ? null : ((await seen(caller, [mail]))[0] ?? null);
  };

  return {
    find,
    async list(caller, filter) {
      const { limit } = filter;
      if (seesEveryOrder(caller.scope)) return paged(await mails.list(caller.account, { ...filter, limit: limit + 1 }));
      const found: MailRow[] = [];
      let after = filter.after;
      for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
        const wanted = { ...filter, ...(after === undefined ? {} : { after }), aboutOrders: true, limit: LOOK };
        const rows = await mails.list(caller.account, wanted);
        found.push(...(await seen(caller, rows)));
        if (found.length > limit || rows.length < LOOK) return paged(found);
        after = rows.at(-1)?.id;
      }
      return { mails: found, next: after ?? null };

      function paged(rows: readonly MailRow[]): MailPage {
        const page = rows.slice(0, limit);
        return { mails: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
      }
    },
    async resend(caller, id, now, once) {
      if (!seesEveryOrder(caller.scope) && (await find(caller, id)) === null) return 'unknown';
      return mails.resend(caller.account, id, now, once);
    },
  };
}
