import type { DraftOrderContent } from '@docket/core/draft-order/draft-order';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { open, type PersonalKeys, seal } from '../personal-data/keys.js';
import type {
  DraftOrder,
  ListedDraftOrder,
  SealedContent,
  SealedDraftOrder,
  SealedListedDraftOrder,
} from './draft-order-rows.js';

/** Seals what is written in draft orders: each under a key of its own, which belongs to its buyer and is destroyed with them. */
export interface DraftOrderSeal {
  opened(account: string, sealed: SealedDraftOrder): DraftOrder;
  /** Opens no more than who it is for, and that where `people` may be seen alone. */
  listed(account: string, sealed: SealedListedDraftOrder, people: boolean): ListedDraftOrder;
  /** The content of a new one, with its key. */
  first(client: pg.ClientBase, account: string, draft: DraftOrder, content: DraftOrderContent): Promise<SealedContent>;
  /** The content written anew; from now on it is its buyer's of now. */
  again(
    client: pg.ClientBase,
    account: string,
    draft: DraftOrder,
    wrappedKey: Buffer,
    content: DraftOrderContent,
  ): Promise<SealedContent>;
}

export function createDraftOrderSeal(keys: PersonalKeys): DraftOrderSeal {
  const place = (account: string, id: string): string => `${account}\ndraft order\n${id}`;
  const buyerPlace = (account: string, id: string): string => `${account}\nbuyer of draft order\n${id}`;
  const unwrapped = (account: string, id: string, wrapped: Buffer): Buffer =>
    keys.unwrap(wrapped, account, 'draft_order', id);
  const subjectOf = (account: string, { draftOrderId, customerId }: DraftOrder, content: DraftOrderContent): string =>
    keys.subjectOf(account, draftOrderId, customerId, content.buyer?.email ?? null);

  const parts = (key: Buffer, account: string, id: string, content: DraftOrderContent): SealedContent => ({
    content: seal(key, JSON.stringify(content), place(account, id)),
    buyer: content.buyer === undefined ? null : seal(key, JSON.stringify(content.buyer), buyerPlace(account, id)),
    pieces: piecesOf(content),
  });
  const opened: DraftOrderSeal['opened'] = (account, { row, sealed, wrappedKey }) => {
    if (sealed === null || wrappedKey === null) return { ...row, content: null };
    const { draftOrderId: id } = row;
    const text = open(unwrapped(account, id, wrappedKey), sealed, place(account, id)).toString();
    return { ...row, content: JSON.parse(text) as DraftOrderContent };
  };

  return {
    opened,
    listed(account, { sealedBuyer, pieces, ...found }, people) {
      const { row, wrappedKey } = found;
      if (pieces === null) {
        const { content, ...old } = opened(account, found);
        return { ...old, buyer: (people ? content?.buyer : null) ?? null, pieces: piecesOf(content ?? NOTHING) };
      }
      if (!people || sealedBuyer === null || wrappedKey === null) return { ...row, buyer: null, pieces };
      const { draftOrderId: id } = row;
      const text = open(unwrapped(account, id, wrappedKey), sealedBuyer, buyerPlace(account, id)).toString();
      return { ...row, buyer: JSON.parse(text) as NonNullable<DraftOrderContent['buyer']>, pieces };
    },
    async first(client, account, draft, content) {
      const { draftOrderId: id } = draft;
      const { key, wrapped } = keys.issue(account, 'draft_order', id);
      await query(
        client,
        {
          name: 'key_draft_order',
          text: `insert into subject_keys (account, stream_kind, stream_id, subject, wrapped_key)
                 values ($1, 'draft_order', $2, $3, $4)`,
        },
        [account, id, subjectOf(account, draft, content), wrapped],
      );
      return parts(key, account, id, content);
    },
    async again(client, account, draft, wrappedKey, content) {
      const { draftOrderId: id } = draft;
      await query(
        client,
        {
          name: 'own_draft_order',
          text: `update subject_keys set subject = $3
                  where account = $1 and stream_kind = 'draft_order' and stream_id = $2 and subject <> $3`,
        },
        [account, id, subjectOf(account, draft, content)],
      );
      return parts(unwrapped(account, id, wrappedKey), account, id, content);
    },
  };
}

const NOTHING: DraftOrderContent = { lines: [] };

export const piecesOf = ({ lines }: DraftOrderContent): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);
