import { type DraftOrderContent, nextMoment, reservationOf } from '@docket/core/draft-order/draft-order';
import { type Refusal, refuse } from '@docket/core/order/refusals';
import type pg from 'pg';
import { withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import type { EventLog } from '../event-log/read-events.js';
import { EACH_TIME, type Once } from '../kept-answers.js';
import { reserveStock } from '../stock/reservations.js';
import type { DraftOrderForecast } from './draft-order-forecast.js';
import { type Acting, isNotDone, type NotDone } from './draft-order-input.js';
import type { MadeDraftOrderLink } from './draft-order-links.js';
import {
  type DraftOrder,
  type DraftOrderChangeKind,
  type DraftOrderRow,
  findDraftOrder,
  lockDraftOrder,
  type SealedContent,
  writeDraftOrder,
} from './draft-order-rows.js';
import { createDraftOrderSeal } from './draft-order-seal.js';

/** What is held for it once it is written. */
type Wanted = ReturnType<typeof reservationOf>;

/** A change of a draft order, worked out on what was read of it. */
export interface Plan {
  readonly next: Partial<DraftOrder>;
  readonly wanted: Wanted;
  readonly kind: DraftOrderChangeKind;
  readonly parts?: readonly string[];
  /** Where it is written anew. */
  readonly content?: DraftOrderContent;
  /** More of the same transaction. */
  readonly also?: (client: pg.ClientBase, after: DraftOrder) => Promise<SentLink>;
}

export type SentLink = MadeDraftOrderLink & { readonly mailId: string | null };

export interface Changed {
  readonly draft: DraftOrder;
  readonly link: SentLink | null;
}

/** What is kept under the key of a request: nothing that is written in a draft order, so that forgetting leaves nothing here. */
interface Kept {
  readonly draftOrderId: string;
  readonly link: SentLink | null;
}

export interface DraftOrderWriting {
  readonly find: (account: string, draftOrderId: string) => Promise<DraftOrder | null>;
  /** What its stock should be, or why nobody can tell; nothing is reserved for what has no lines yet. */
  readonly wantedOf: (
    draft: DraftOrderRow,
    foreseen: Pick<DraftOrderForecast, 'claims' | 'refusal'>,
  ) => Wanted | Refusal;
  /** Writes a new one, which is worked out where the request was not carried out before. */
  add(
    account: string,
    acting: Acting,
    once: Once,
    plan: () => Promise<NewDraftOrder | NotDone>,
  ): Promise<DraftOrder | NotDone>;
  /** Changes a draft order under its lock, on what was read and worked out before; again where somebody was faster. */
  change(
    account: string,
    id: string,
    acting: Acting,
    plan: (draft: DraftOrder) => Promise<Plan | NotDone>,
    once?: Once,
  ): Promise<Changed | NotDone>;
}

/** One that is not written yet. */
export interface NewDraftOrder {
  readonly draft: DraftOrder;
  readonly content: DraftOrderContent;
  readonly wanted: Wanted;
}

/** Somebody else writes it again and again between reading and writing. */
const MOST_TRIES = 8;

export function createDraftOrderWriting({ log, clock }: { log: EventLog; clock: () => string }): DraftOrderWriting {
  const { pool, keys } = log;
  const sealing = createDraftOrderSeal(keys);
  const find: DraftOrderWriting['find'] = async (account, id) => {
    const found = await withAccounts(pool, [account], (client) => findDraftOrder(client, account, id));
    return found === null ? null : sealing.opened(account, found);
  };

  /** Writes it with its stock, its change and its moment; throws `Undone` where stock is short. */
  async function writeWithStock(
    client: pg.ClientBase,
    account: string,
    draft: DraftOrder,
    wanted: Wanted,
    change: { readonly kind: DraftOrderChangeKind; readonly actor: string; readonly parts?: readonly string[] },
    sealed: SealedContent | null,
  ): Promise<DraftOrder> {
    const { actor, kind, parts = [] } = change;
    const short = await reserveStock(client, account, draft.draftOrderId, wanted, { at: draft.updatedAt, actor });
    if (short !== null) throw new Undone({ problem: 'refused', refusal: atLine(short, draft) });
    const moment = nextMoment({ ...draft, holds: wanted.length > 0 });
    await writeDraftOrder(client, account, { row: draft, change: { kind, actor, parts }, sealed }, moment);
    return { ...draft, reserved: wanted };
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

  /** What the request did when it came before; null: it did not, or failed. Asked before anything is read that may be otherwise by now. */
  async function before(account: string, once: Once): Promise<Changed | NotDone | null> {
    if (once === EACH_TIME) return null;
    const kept = await undoable(account, (client) =>
      once<Kept | null>(
        client,
        () => Promise.resolve(null),
        () => false,
      ),
    );
    return kept === null || isNotDone(kept) ? kept : told(account, kept, null);
  }

  async function told(
    account: string,
    { draftOrderId, link }: Kept,
    fresh: DraftOrder | null,
  ): Promise<Changed | NotDone> {
    const draft = fresh ?? (await find(account, draftOrderId));
    return draft === null ? { problem: 'not_found' } : { draft, link };
  }

  return {
    find,
    wantedOf(draft, { claims, refusal }) {
      if (claims !== null) return reservationOf(draft, claims, clock());
      const needs = reservationOf(draft, [{ kind: 'claim', sku: '', place: '', quantity: 1, lineId: '' }], clock());
      return needs.length === 0 ? [] : (refusal ?? refuse('version_conflict'));
    },
    async add(account, { actor }, once, plan) {
      const earlier = await before(account, once);
      if (earlier !== null) return isNotDone(earlier) ? earlier : earlier.draft;
      const planned = await plan();
      if (isNotDone(planned)) return planned;
      const { draft, content, wanted } = planned;
      const written: DraftOrder[] = [];
      const kept = await undoable(account, (client) =>
        once<Kept>(
          client,
          async () => {
            const sealed = await sealing.first(client, account, draft, content);
            written.push(await writeWithStock(client, account, draft, wanted, { kind: 'created', actor }, sealed));
            return { draftOrderId: draft.draftOrderId, link: null };
          },
          () => true,
        ),
      );
      if (isNotDone(kept)) return kept;
      const done = await told(account, kept, written[0] ?? null);
      return isNotDone(done) ? done : done.draft;
    },
    async change(account, id, { actor, expectedVersion }, plan, once = EACH_TIME) {
      const earlier = await before(account, once);
      if (earlier !== null) return earlier;
      for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
        const draft = await find(account, id);
        if (draft === null) return { problem: 'not_found' };
        if (expectedVersion?.includes(draft.version) === false) return { problem: 'version_mismatch' };
        const planned = await plan(draft);
        if (isNotDone(planned)) return planned;
        const fresh: DraftOrder[] = [];
        const write = async (client: pg.ClientBase): Promise<Kept | 'again'> => {
          const locked = await lockDraftOrder(client, account, id);
          if (locked?.row.version !== draft.version) return 'again';
          const { next, wanted, kind, parts = [], content = null, also } = planned;
          const written = { ...draft, ...next, version: draft.version + 1, updatedAt: clock() };
          const { wrappedKey, row } = locked;
          if (wrappedKey === null) throw new Undone({ problem: 'closed', state: row.state });
          const sealed = content === null ? null : await sealing.again(client, account, written, wrappedKey, content);
          const after = await writeWithStock(client, account, written, wanted, { kind, actor, parts }, sealed);
          const link = (await also?.(client, after)) ?? null;
          fresh.push(after);
          return { draftOrderId: id, link };
        };
        const done = await undoable(account, (client) =>
          once(
            client,
            () => write(client),
            (made) => made !== 'again',
          ),
        );
        if (done !== 'again') return isNotDone(done) ? done : told(account, done, fresh[0] ?? null);
      }
      return { problem: 'version_mismatch' };
    },
  };
}

/** Takes back what was written before a problem was seen. */
export class Undone extends Error {
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
