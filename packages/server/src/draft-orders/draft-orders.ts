import { type DraftOrderContent, missingParts, nextMoment, reservationOf } from '@docket/core/draft-order/draft-order';
import { type DraftOrderMove, movedDraftOrder } from '@docket/core/draft-order/draft-order-states';
import { soldWhere } from '@docket/core/order/placing';
import { isRefusal, type Refusal, refuse } from '@docket/core/order/refusals';
import type pg from 'pg';
import { withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { EACH_TIME, type Once } from '../kept-answers.js';
import { isMailAddress } from '../mail/address.js';
import type { QueueMail } from '../mail/queue-mail.js';
import { shopName } from '../shoppers/shop-name.js';
import { reserveStock } from '../stock/reservations.js';
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
import { makeDraftOrderLink, type MadeDraftOrderLink } from './draft-order-links.js';
import {
  type DraftOrder,
  type DraftOrderChangeKind,
  type DraftOrderQuery,
  type DraftOrderRow,
  findDraftOrder,
  lockDraftOrder,
  pageDraftOrders,
  writeDraftOrder,
} from './draft-order-rows.js';
import { createDraftOrderSeal } from './draft-order-seal.js';

interface SentDraftOrder {
  readonly draft: DraftOrder;
  readonly link: MadeDraftOrderLink & { readonly mailId: string | null };
}

/** Draft orders: plain rows with a history of their own, and nothing of an order before one is placed. */
export interface DraftOrders {
  add(account: string, input: DraftOrderInput, acting: Acting, once: Once): Promise<DraftOrder | NotDone>;
  find(account: string, draftOrderId: string): Promise<DraftOrder | null>;
  page(account: string, asked: DraftOrderQuery & { readonly email?: string }): Promise<readonly DraftOrder[]>;
  changes(
    account: string,
    draftOrderId: string,
    before: number | null,
    limit: number,
  ): Promise<readonly DraftOrderChange[]>;
  /** What placing it would bring about now; null where nothing is left to place. */
  foresee(account: string, draft: DraftOrder): Promise<DraftOrderForecast | null>;
  change(account: string, id: string, input: DraftOrderInput, acting: Acting): Promise<DraftOrder | NotDone>;
  /** Makes a link for its buyer, and mails it where `mail` says so. */
  send(
    account: string,
    id: string,
    asked: { readonly mail: boolean },
    acting: Acting,
    once: Once,
  ): Promise<SentDraftOrder | NotDone>;
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

/** Somebody else writes it again and again between reading and writing. */
const MOST_TRIES = 8;

export function createDraftOrders(dependencies: DraftOrderDependencies): DraftOrders {
  const { log, facts, clock, queueMail, publicUrl } = dependencies;
  const { pool, keys } = log;
  const sealing = createDraftOrderSeal(keys);
  const find: DraftOrders['find'] = async (account, id) => {
    const found = await withAccounts(pool, [account], (client) => findDraftOrder(client, account, id));
    return found === null ? null : sealing.opened(account, found);
  };
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

  /** What its stock should be, or why nobody can tell; nothing is reserved for what has no lines yet. */
  const wantedOf = (
    draft: Omit<DraftOrderRow, 'reserved'>,
    { claims, refusal }: Pick<DraftOrderForecast, 'claims' | 'refusal'>,
  ): ReturnType<typeof reservationOf> | Refusal => {
    if (claims !== null) return reservationOf(draft, claims, clock());
    const needs = reservationOf(draft, [{ kind: 'claim', sku: '', place: '', quantity: 1, lineId: '' }], clock());
    return needs.length === 0 ? [] : (refusal ?? refuse('version_conflict'));
  };

  /** Writes it with its stock, its change and its moment; throws `Undone` where stock is short. */
  async function writeWithStock(
    client: pg.ClientBase,
    account: string,
    draft: DraftOrder,
    wanted: ReturnType<typeof reservationOf>,
    change: { readonly kind: DraftOrderChangeKind; readonly actor: string; readonly parts?: readonly string[] },
    sealed: Buffer | null,
  ): Promise<DraftOrder> {
    const { actor, kind, parts = [] } = change;
    const short = await reserveStock(client, account, draft.draftOrderId, wanted, { at: draft.updatedAt, actor });
    if (short !== null) throw new Undone({ problem: 'refused', refusal: atLine(short, draft) });
    const moment = nextMoment({ ...draft, holds: wanted.length > 0 });
    await writeDraftOrder(client, account, { row: draft, change: { kind, actor, parts }, sealed }, moment);
    return { ...draft, reserved: wanted };
  }

  /** Changes a draft order under its lock, on what was read and worked out before; again where somebody was faster. */
  async function changing(
    account: string,
    id: string,
    { actor, expectedVersion }: Acting,
    plan: (draft: DraftOrder) => Promise<Plan | NotDone>,
    once: Once = EACH_TIME,
  ): Promise<Changed | NotDone> {
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const draft = await find(account, id);
      if (draft === null) return { problem: 'not_found' };
      if (expectedVersion?.includes(draft.version) === false) return { problem: 'version_mismatch' };
      const planned = await plan(draft);
      if (isNotDone(planned)) return planned;
      const write = async (client: pg.ClientBase): Promise<Changed | 'again'> => {
        const locked = await lockDraftOrder(client, account, id);
        if (locked?.row.version !== draft.version) return 'again';
        const { next, wanted, kind, parts = [], content = null, also } = planned;
        const written = { ...draft, ...next, version: draft.version + 1, updatedAt: clock() };
        const { wrappedKey, row } = locked;
        if (wrappedKey === null) throw new Undone({ problem: 'closed', state: row.state });
        const sealed = content === null ? null : await sealing.again(client, account, written, wrappedKey, content);
        const after = await writeWithStock(client, account, written, wanted, { kind, actor, parts }, sealed);
        return { draft: after, link: (await also?.(client, after)) ?? null };
      };
      const done = await undoable(account, (client) =>
        once(
          client,
          () => write(client),
          (made) => made !== 'again',
        ),
      );
      if (done !== 'again') return done;
    }
    return { problem: 'version_mismatch' };
  }

  const undoable = async <T>(
    account: string,
    work: (client: pg.ClientBase) => Promise<T>,
  ): Promise<Awaited<T> | NotDone> => {
    try {
      return await withAccounts(pool, [account], (client) => inTransaction(client, () => work(client)));
    } catch (error) {
      if (error instanceof Undone) return error.why;
      throw error;
    }
  };

  async function addNew(
    account: string,
    input: DraftOrderInput,
    { actor }: Acting,
    once: Once,
  ): Promise<DraftOrder | NotDone> {
    const at = clock();
    const sold = await soldAt(account, input);
    if (isNotDone(sold)) return sold;
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
    const foreseen = await forecast(account, fresh, input.content);
    const wanted = wantedOf(fresh, foreseen);
    if (isRefusal(wanted)) return { problem: 'refused', refusal: wanted };
    const draft = { ...fresh, total: foreseen.order?.head.totals.total ?? null };
    return undoable(account, (client) =>
      once(
        client,
        async () => {
          const sealed = await sealing.first(client, account, draft, input.content);
          return writeWithStock(client, account, draft, wanted, { kind: 'created', actor }, sealed);
        },
        () => true,
      ),
    );
  }

  /** A move of its state, which keeps its content. */
  const moved = (
    account: string,
    id: string,
    acting: Acting,
    move: DraftOrderMove,
    kind: DraftOrderChangeKind,
    also?: Plan['also'],
    once?: Once,
  ): Promise<Changed | NotDone> =>
    changing(
      account,
      id,
      acting,
      async (draft) => {
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
    add: addNew,
    find,
    async page(account, { email, ...asked }) {
      const subject = email === undefined ? {} : { subject: keys.subjectOf(account, '', null, email) };
      const rows = await withAccounts(pool, [account], (client) =>
        pageDraftOrders(client, account, { ...asked, ...subject }),
      );
      return rows.map((row) => sealing.opened(account, row));
    },
    changes: (account, id, before, limit) =>
      withAccounts(pool, [account], (client) => changesOfDraftOrder(client, account, id, before, limit)),
    async foresee(account, draft) {
      const live = movedDraftOrder(draft.state, 'place') !== null || movedDraftOrder(draft.state, 'reopen') !== null;
      return draft.content === null || !live ? null : forecast(account, draft, draft.content);
    },
    change: async (account, id, input, acting) =>
      draftOf(
        await changing(account, id, acting, async (draft) => {
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
    async send(account, id, { mail }, acting, once) {
      const draft = await find(account, id);
      if (draft === null) return { problem: 'not_found' };
      const to = draft.content?.buyer?.email?.trim() ?? '';
      if (mail && !isMailAddress(to)) return { problem: 'unreachable' };
      const linked: Plan['also'] = async (client, after) => {
        const { actor: by } = acting;
        const link = await makeDraftOrderLink(client, account, id, { by, at: after.updatedAt, publicUrl });
        if (link === 'too_many') throw new Undone({ problem: 'too_many' });
        if (!mail) return { ...link, mailId: null };
        const mailId = await queueMail(client, account, {
          kind: 'draft_order',
          to,
          locale: draft.content?.buyer?.locale ?? null,
          parameters: { shop: (await shopName(client, account)) ?? account, link: link.url },
          draftOrderId: id,
          ...(after.expiresAt === null ? {} : { usefulUntil: after.expiresAt }),
        });
        return { ...link, mailId };
      };
      const sent = await moved(account, id, acting, 'send', mail ? 'sent' : 'linked', linked, once);
      if (isNotDone(sent)) return sent;
      const { link } = sent;
      if (link === null) throw new Error('a draft order was sent without a link');
      return { draft: sent.draft, link };
    },
    cancel: async (account, id, acting) => draftOf(await moved(account, id, acting, 'cancel', 'cancelled')),
    reopen: async (account, id, acting) => draftOf(await moved(account, id, acting, 'reopen', 'reopened')),
    async duplicate(account, id, acting, once) {
      const draft = await find(account, id);
      if (draft === null) return { problem: 'not_found' };
      const { content, store, channel, currency, customerId, state } = draft;
      if (content === null) return { problem: 'closed', state };
      const who = customerId === null ? {} : { customerId };
      return addNew(account, { store, channel, currency, ...who, stockPolicy: 'none', content }, acting, once);
    },
  };
}

interface Plan {
  readonly next: Partial<DraftOrder>;
  readonly wanted: ReturnType<typeof reservationOf>;
  readonly kind: DraftOrderChangeKind;
  readonly parts?: readonly string[];
  /** Where it is written anew. */
  readonly content?: DraftOrderContent;
  /** More of the same transaction. */
  readonly also?: (client: pg.ClientBase, after: DraftOrder) => Promise<SentDraftOrder['link']>;
}

interface Changed {
  readonly draft: DraftOrder;
  readonly link: SentDraftOrder['link'] | null;
}

const draftOf = (done: Changed | NotDone): DraftOrder | NotDone => (isNotDone(done) ? done : done.draft);

/** Taxes that nobody can count before the buyer says where it goes. */
const waitsForAddress = (content: DraftOrderContent, { refused }: Refusal): boolean =>
  refused.startsWith('tax_') && missingParts(content).includes('address');

/** Takes back what was written before a problem was seen. */
class Undone extends Error {
  readonly why: NotDone;

  constructor(why: NotDone) {
    super(why.problem);
    this.why = why;
  }
}

/** Names the first line that asks for the product. */
function atLine(refusal: Refusal, { content }: DraftOrder): Refusal {
  const line = content?.lines.findIndex(({ sku }) => sku === refusal.details?.['sku']) ?? -1;
  const field = refusal.refused === 'insufficient_stock' ? 'quantity' : 'sku';
  return line < 0 ? refusal : { ...refusal, pointer: `/lines/${line}/${field}` };
}
