import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import type { Once } from '../kept-answers.js';
import type { QueueMail } from '../mail/queue-mail.js';
import type { GuestLinks } from '../shoppers/guest-links.js';
import { shopName } from '../shoppers/shop-name.js';
import { type DraftRow, type DraftSeal, SUMMARY_COLUMNS, summaryOf } from './draft-rows.js';
import type { ConsentAnswer, ConsentWords, DraftSummary, OrderDraft } from './order-draft.js';

/** Questions of one order that its buyer is shown: the newest. */
const MOST_SHOWN = 20;

interface NewQuestion {
  readonly by: string;
  readonly at: string;
  readonly days: number;
  readonly message: string | null;
  /** Where the mail goes; null: none is sent. */
  readonly mailTo: { readonly email: string; readonly locale: string | null } | null;
}

interface NewAnswer {
  readonly answer: Exclude<ConsentAnswer, 'agreed' | 'withdrawn' | 'expired'>;
  readonly by: string;
  readonly at: string;
  readonly reason?: string;
  readonly problem?: string;
}

/** A question as its buyer finds it in a list. */
export type AskedEdit = DraftSummary & ConsentWords;

/**
 * Drafts that wait for their buyer. Asking, withdrawing and declining change the draft alone; agreeing is the unit of the
 * edit itself (`Envelope.draft`). A question never keeps a draft from being discarded.
 */
export interface DraftConsents {
  /** Asks, once more where it was asked before. `changed`: the draft is another one, or closed, since it was read. */
  ask(account: string, draft: OrderDraft, question: NewQuestion, once: Once): Promise<'asked' | 'changed' | 'too_many'>;
  /** The draft is open again. False where nothing waits. */
  withdraw(account: string, draftId: string, at: string, once: Once): Promise<boolean>;
  /** What the buyer of the order was asked, newest first; what was mailed with one link where it says which. */
  ofOrder(account: string, orderId: string, linkId: string | null): Promise<readonly AskedEdit[]>;
  /** Closes the question and leaves the draft open. False where it does not wait any more. */
  answer(account: string, draft: OrderDraft, answer: NewAnswer): Promise<boolean>;
}

export interface DraftConsentDependencies {
  readonly pool: pg.Pool;
  readonly seals: DraftSeal;
  readonly links: Pick<GuestLinks, 'issue' | 'revokeIn'>;
  readonly queueMail: QueueMail;
}

export function createDraftConsents({ pool, seals, links, queueMail }: DraftConsentDependencies): DraftConsents {
  async function ask(
    client: pg.ClientBase,
    account: string,
    { draftId, orderId, revision }: OrderDraft,
    { by, at, days, message, mailTo }: NewQuestion,
  ): Promise<'asked' | 'changed' | 'too_many'> {
    const standing = await lockDraft(client, account, draftId, revision);
    if (standing === null) return 'changed';
    // The link of the question before opens nothing any more: one draft has one.
    if (standing.link !== null) await links.revokeIn(client, account, orderId, standing.link);
    const link = mailTo === null ? null : await links.issue(client, account, { orderId, by, days });
    if (link === 'too_many') return 'too_many';
    const expiresAt = new Date(Date.parse(at) + days * 86_400_000).toISOString();
    const words = seals.words(account, draftId, { message, reason: null });
    await setQuestion(client, [account, draftId, at, by, expiresAt, link?.linkId ?? null, words]);
    if (link !== null && mailTo !== null) {
      await queueMail(client, account, {
        kind: 'edit_consent',
        to: mailTo.email,
        locale: mailTo.locale,
        parameters: {
          shop: (await shopName(client, account)) ?? account,
          order: orderId,
          message: message ?? '',
          link: link.url,
          days: String(days),
        },
        orderId,
        usefulUntil: expiresAt,
      });
    }
    return 'asked';
  }

  const within = <T>(
    account: string,
    once: Once,
    work: (client: pg.ClientBase) => Promise<T>,
    isDone: (done: T) => boolean,
  ): Promise<T> =>
    withAccounts(pool, [account], (client) => inTransaction(client, () => once(client, () => work(client), isDone)));

  return {
    ask: (account, draft, question, once) =>
      within(
        account,
        once,
        (client) => ask(client, account, draft, question),
        (done) => done === 'asked',
      ),
    withdraw: (account, draftId, at, once) =>
      within(
        account,
        once,
        (client) => withdrawQuestion(client, account, draftId, at),
        (done) => done,
      ),
    async ofOrder(account, orderId, linkId) {
      const rows = await withAccounts(pool, [account], (client) => questionsOf(client, account, orderId, linkId));
      return rows.map(({ words, ...row }) => ({
        ...summaryOf(seals, account, row),
        ...(words === null ? { message: null, reason: null } : seals.openWords(account, row.draftId, words)),
      }));
    },
    answer: (account, { draftId, revision, consent }, { answer, by, at, reason = null, problem = null }) =>
      withAccounts(pool, [account], (client) =>
        setAnswer(client, [
          account,
          draftId,
          revision,
          answer,
          at,
          by,
          problem,
          seals.words(account, draftId, { message: consent?.message ?? null, reason }),
        ]),
      ),
  };
}

/** Null where it is another one by now, or closed. */
async function lockDraft(
  client: pg.ClientBase,
  account: string,
  draftId: string,
  revision: number,
): Promise<{ link: string | null } | null> {
  const { rows } = await query<{ link: string | null }>(
    client,
    {
      name: 'lock_order_draft',
      text: `select consent_link as link from order_drafts
              where account = $1 and draft_id = $2 and revision = $3 and state in ('open', 'awaiting_consent') for update`,
    },
    [account, draftId, revision],
  );
  return rows[0] ?? null;
}

async function setQuestion(client: pg.ClientBase, values: readonly unknown[]): Promise<void> {
  await query(
    client,
    {
      name: 'ask_about_order_draft',
      text: `update order_drafts
                set state = 'awaiting_consent', revision = revision + 1, updated_at = $3, consent_asked_at = $3,
                    consent_asked_by = $4, consent_expires_at = $5, consent_link = $6, consent_words = $7,
                    consent_answer = null, consent_answered_at = null, consent_answered_by = null, consent_problem = null
              where account = $1 and draft_id = $2`,
    },
    values,
  );
}

async function withdrawQuestion(client: pg.ClientBase, account: string, draftId: string, at: string): Promise<boolean> {
  const { rowCount } = await query(
    client,
    {
      name: 'withdraw_draft_question',
      text: `update order_drafts
                set state = 'open', revision = revision + 1, updated_at = $3, consent_answer = 'withdrawn',
                    consent_answered_at = $3
              where account = $1 and draft_id = $2 and state = 'awaiting_consent'`,
    },
    [account, draftId, at],
  );
  return rowCount === 1;
}

async function questionsOf(
  client: pg.ClientBase,
  account: string,
  orderId: string,
  linkId: string | null,
): Promise<(DraftRow & { readonly words: Buffer | null })[]> {
  const { rows } = await query<DraftRow & { words: Buffer | null } & Record<string, unknown>>(
    client,
    {
      name: 'draft_questions_of_order',
      text: `select ${SUMMARY_COLUMNS}, consent_words as words from order_drafts
              where account = $1 and order_id = $2 and consent_asked_at is not null
                and ($3::text is null or consent_link = $3)
              order by draft_id desc limit $4`,
    },
    [account, orderId, linkId, MOST_SHOWN],
  );
  return rows;
}

async function setAnswer(client: pg.ClientBase, values: readonly unknown[]): Promise<boolean> {
  const { rowCount } = await query(
    client,
    {
      name: 'answer_draft_question',
      text: `update order_drafts
                set state = 'open', revision = revision + 1, updated_at = $5, consent_answer = $4,
                    consent_answered_at = $5, consent_answered_by = $6, consent_problem = $7, consent_words = $8
              where account = $1 and draft_id = $2 and revision = $3 and state = 'awaiting_consent'`,
    },
    values,
  );
  return rowCount === 1;
}
