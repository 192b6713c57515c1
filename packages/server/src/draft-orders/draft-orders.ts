import { type DraftOrderContent, missingParts } from '@docket/core/draft-order/draft-order';
import { type DraftOrderMove, movedDraftOrder } from '@docket/core/draft-order/draft-order-states';
import { soldWhere } from '@docket/core/order/placing';
import { isRefusal, type Refusal } from '@docket/core/order/refusals';
import { withAccounts } from '../database/pool.js';
import type { Once } from '../kept-answers.js';
import { isMailAddress } from '../mail/address.js';
import type { QueueMail } from '../mail/queue-mail.js';
import { shopName } from '../shoppers/shop-name.js';
import { timeOrderedId } from '../time-ordered-id.js';
import { changesOfDraftOrder, type DraftOrderChange } from './draft-order-changes.js';
import { type DraftOrderForecast, type ForecastDependencies, foreseeDraftOrder } from './draft-order-forecast.js';
import {
  type Acting,
  type DraftOrderInput,
  isNotDone,
  isSeenByBuyer,
  type NotDone,
  partsChanged,
  writtenBy,
} from './draft-order-input.js';
import { type DraftOrderLink, draftOrderLinks, makeDraftOrderLink, revokeDraftOrderLink } from './draft-order-links.js';
import {
  type DraftOrder,
  type DraftOrderChangeKind,
  type DraftOrderQuery,
  type ListedDraftOrder,
  pageDraftOrders,
} from './draft-order-rows.js';
import { createDraftOrderSeal } from './draft-order-seal.js';
import {
  type Changed,
  createDraftOrderWriting,
  type NewDraftOrder,
  type Plan,
  type SentLink,
  Undone,
} from './write-draft-orders.js';

interface SentDraftOrder {
  readonly draft: DraftOrder;
  readonly link: SentLink;
}

/** Draft orders: plain rows with a history of their own, and nothing of an order before one is placed. */
export interface DraftOrders {
  add(account: string, input: DraftOrderInput, acting: Acting, once: Once): Promise<DraftOrder | NotDone>;
  find(account: string, draftOrderId: string): Promise<DraftOrder | null>;
  /** With their buyers where `people` may be seen. */
  page(
    account: string,
    asked: DraftOrderQuery & { readonly email?: string },
    people: boolean,
  ): Promise<readonly ListedDraftOrder[]>;
  changes(
    account: string,
    draftOrderId: string,
    before: number | null,
    limit: number,
  ): Promise<readonly DraftOrderChange[]>;
  /** What placing it would bring about now; null where nothing is left to place. */
  foresee(account: string, draft: DraftOrder): Promise<DraftOrderForecast | null>;
  change(account: string, id: string, input: DraftOrderInput, acting: Acting): Promise<DraftOrder | NotDone>;
  /** Makes a link for its buyer that is good for so many days, and mails it where `mail` says so. */
  send(
    account: string,
    id: string,
    asked: { readonly mail: boolean; readonly days: number },
    acting: Acting,
    once: Once,
  ): Promise<SentDraftOrder | NotDone>;
  /** Links that are good, newest first. */
  links(account: string, id: string): Promise<readonly DraftOrderLink[]>;
  /** From now on it opens nothing. False where the draft order has no such link. */
  revokeLink(account: string, id: string, linkId: string): Promise<boolean>;
  cancel(account: string, id: string, acting: Acting): Promise<DraftOrder | NotDone>;
  /** Back to work: from cancelled, expired, or sent. Its links open it again. */
  reopen(account: string, id: string, acting: Acting): Promise<DraftOrder | NotDone>;
  /** A new one with the same content; nothing is reserved for it, and it does not expire. */
  duplicate(account: string, id: string, acting: Acting, once: Once): Promise<DraftOrder | NotDone>;
}

export interface DraftOrderDependencies extends ForecastDependencies {
  readonly queueMail: QueueMail;
  readonly publicUrl: URL;
}

export function createDraftOrders(dependencies: DraftOrderDependencies): DraftOrders {
  const { log, facts, clock, queueMail, publicUrl } = dependencies;
  const { pool, keys } = log;
  const sealing = createDraftOrderSeal(keys);
  const writing = createDraftOrderWriting({ log, clock });
  const { find, wantedOf } = writing;
  const forecast = (account: string, draft: DraftOrder, content: DraftOrderContent): Promise<DraftOrderForecast> =>
    foreseeDraftOrder(dependencies, account, draft, content, draft.reserved);

  async function soldAt(
    account: string,
    input: DraftOrderInput,
  ): Promise<{ store: string; channel: string } | NotDone> {
    const read = await facts.of(account, []);
    const current = (await facts.isCurrent(account, read.catalogueVersion)) ? read : await again(account);
    const sold = soldWhere(input, current.facts);
    return isRefusal(sold) ? { problem: 'refused', refusal: sold } : sold;
  }
  const again = (account: string): ReturnType<typeof facts.of> => {
    facts.drop(account);
    return facts.of(account, []);
  };

  async function planned(account: string, input: DraftOrderInput, { actor }: Acting): Promise<NewDraftOrder | NotDone> {
    const at = clock();
    const sold = await soldAt(account, input);
    if (isNotDone(sold)) return sold;
    const { content } = input;
    const fresh: DraftOrder = {
      ...sold,
      ...writtenBy(input),
      draftOrderId: timeOrderedId(at),
      state: 'open',
      version: 1,
      revision: 1,
      sentAt: null,
      total: null,
      orderId: null,
      createdBy: actor,
      createdAt: at,
      updatedAt: at,
      reserved: [],
    };
    const foreseen = await forecast(account, fresh, content);
    const wanted = wantedOf(fresh, foreseen);
    if (isRefusal(wanted)) return { problem: 'refused', refusal: wanted };
    return { draft: { ...fresh, total: foreseen.order?.head.totals.total ?? null }, content, wanted };
  }

  const moved = (
    account: string,
    id: string,
    acting: Acting,
    move: DraftOrderMove,
    kind: DraftOrderChangeKind,
    { judge, also, once }: Sending = {},
  ): Promise<Changed | NotDone> =>
    writing.change(
      account,
      id,
      acting,
      async (draft) => {
        const objection = judge?.(draft) ?? null;
        if (objection !== null) return objection;
        const state = draft.content === null ? null : movedDraftOrder(draft.state, move);
        if (state === null || draft.content === null) return { problem: 'closed', state: draft.state };
        const foreseen = await forecast(account, draft, draft.content);
        const at = clock();
        // What is over by now would be over again at once.
        const expiresAt =
          move === 'reopen' && draft.expiresAt !== null && draft.expiresAt <= at ? null : draft.expiresAt;
        const next = { state, expiresAt, ...(move === 'send' ? { sentAt: at } : {}) };
        if (move === 'send' && foreseen.refusal !== null && !waitsForAddress(draft.content, foreseen.refusal))
          return { problem: 'refused', refusal: foreseen.refusal };
        const wanted = wantedOf({ ...draft, ...next }, foreseen);
        if (isRefusal(wanted)) return { problem: 'refused', refusal: wanted };
        return { next, wanted, kind, ...(also === undefined ? {} : { also }) };
      },
      once,
    );

  return {
    add: (account, input, acting, once) => writing.add(account, acting, once, () => planned(account, input, acting)),
    find,
    async page(account, { email, ...asked }, people) {
      const subject = email === undefined ? {} : { subject: keys.subjectOf(account, '', null, email) };
      const rows = await withAccounts(pool, [account], (client) =>
        pageDraftOrders(client, account, { ...asked, ...subject }),
      );
      return rows.map((row) => sealing.listed(account, row, people));
    },
    changes: (account, id, before, limit) =>
      withAccounts(pool, [account], (client) => changesOfDraftOrder(client, account, id, before, limit)),
    async foresee(account, draft) {
      const live = movedDraftOrder(draft.state, 'place') !== null || movedDraftOrder(draft.state, 'reopen') !== null;
      return draft.content === null || !live ? null : forecast(account, draft, draft.content);
    },
    change: async (account, id, input, acting) =>
      draftOf(
        await writing.change(account, id, acting, async (draft) => {
          const state = draft.content === null ? null : movedDraftOrder(draft.state, 'change');
          if (state === null || draft.content === null) return { problem: 'closed', state: draft.state };
          const sold = await soldAt(account, input);
          if (isNotDone(sold)) return sold;
          const before = { ...draft, content: draft.content };
          const next = { ...before, ...sold, ...writtenBy(input), state };
          const parts = partsChanged(before, next);
          const foreseen = await forecast(account, next, next.content);
          const wanted = wantedOf(next, foreseen);
          if (isRefusal(wanted)) return { problem: 'refused', refusal: wanted };
          const total = foreseen.order?.head.totals.total ?? null;
          const revision = draft.revision + (parts.some(isSeenByBuyer) ? 1 : 0);
          return { next: { ...next, total, revision }, wanted, kind: 'changed', parts, content: next.content };
        }),
      ),
    async send(account, id, { mail, days }, acting, once) {
      const judge = ({ content }: DraftOrder): NotDone | null =>
        mail && !isMailAddress(addressOf(content)) ? { problem: 'unreachable' } : null;
      const also: Plan['also'] = async (client, { content, expiresAt, updatedAt: at }) => {
        const link = await makeDraftOrderLink(client, account, id, { by: acting.actor, at, days, publicUrl });
        if (link === 'too_many') throw new Undone({ problem: 'too_many' });
        if (!mail) return { ...link, mailId: null };
        const mailId = await queueMail(client, account, {
          kind: 'draft_order',
          to: addressOf(content),
          locale: content?.buyer?.locale ?? null,
          parameters: { shop: (await shopName(client, account)) ?? account, link: link.url },
          draftOrderId: id,
          usefulUntil: expiresAt !== null && expiresAt < link.expiresAt ? expiresAt : link.expiresAt,
        });
        return { ...link, mailId };
      };
      const sent = await moved(account, id, acting, 'send', mail ? 'sent' : 'linked', { judge, also, once });
      if (isNotDone(sent)) return sent;
      const { link } = sent;
      if (link === null) throw new Error('a draft order was sent without a link');
      return { draft: sent.draft, link };
    },
    links: (account, id) => withAccounts(pool, [account], (client) => draftOrderLinks(client, account, id, clock())),
    revokeLink: (account, id, linkId) =>
      withAccounts(pool, [account], (client) => revokeDraftOrderLink(client, account, id, linkId)),
    cancel: async (account, id, acting) => draftOf(await moved(account, id, acting, 'cancel', 'cancelled')),
    reopen: async (account, id, acting) => draftOf(await moved(account, id, acting, 'reopen', 'reopened')),
    duplicate: (account, id, acting, once) =>
      writing.add(account, acting, once, async () => {
        const draft = await find(account, id);
        if (draft === null) return { problem: 'not_found' };
        const { content, store, channel, currency, customerId, state } = draft;
        if (content === null) return { problem: 'closed', state };
        const who = customerId === null ? {} : { customerId };
        return planned(account, { store, channel, currency, ...who, stockPolicy: 'none', content }, acting);
      }),
  };
}

interface Sending {
  /** What stands against it before anything is worked out; null: nothing. */
  readonly judge?: (draft: DraftOrder) => NotDone | null;
  readonly also?: Plan['also'];
  readonly once?: Once;
}

const addressOf = (content: DraftOrderContent | null): string => content?.buyer?.email?.trim() ?? '';

const draftOf = (done: Changed | NotDone): DraftOrder | NotDone => (isNotDone(done) ? done : done.draft);

/** Taxes that nobody can count before the buyer says where it goes. */
const waitsForAddress = (content: DraftOrderContent, { refused }: Refusal): boolean =>
  refused.startsWith('tax_') && missingParts(content).includes('address');
