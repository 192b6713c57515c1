import type pg from 'pg';
import { inTransaction } from '../database/transaction.js';
import { query, withAccounts } from '../database/pool.js';
import { EACH_TIME, type Once } from '../kept-answers.js';
import type { PersonalKeys } from '../personal-data/keys.js';
import { setSendingTask } from './queue-mail.js';
import type { ContentSeal, MailContent } from './sealed-content.js';
import { isSecret } from './templates.js';

export type MailState = 'queued' | 'sent' | 'kept' | 'failed' | 'withheld';

/** A mail as its table shows it: nothing personal. */
export interface MailRow {
  readonly id: string;
  readonly createdAt: string;
  readonly kind: string;
  readonly language: string;
  readonly orderId: string | null;
  readonly state: MailState;
  /** Tries that were begun. */
  readonly attempts: number;
  readonly lastError: string | null;
  readonly sentAt: string | null;
  /** False: wiped after it was sent, or its reader was forgotten. */
  readonly hasContent: boolean;
  /** True: it holds a code or a link that lets somebody in. */
  readonly secret: boolean;
}

export interface Mail extends MailRow {
  /** Null also for a mail that is for its reader alone. */
  readonly content: MailContent | null;
}

export interface MailFilter {
  readonly state?: MailState;
  readonly kind?: string;
  /** An address, in whatever spelling. */
  readonly recipient?: string;
  readonly orderId?: string;
  /** True: those alone that name an order. */
  readonly aboutOrders?: boolean;
  /** The id of the last mail of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface Mails {
  /** Newest first. */
  list(account: string, filter: MailFilter): Promise<readonly MailRow[]>;
  find(account: string, id: string): Promise<Mail | null>;
  /** Has a mail sent (once more), with all its tries. `unknown`: there is none. `wiped`: there is nothing left to send. */
  resend(account: string, id: string, now: string, once?: Once): Promise<Resent>;
}

type Resent = 'queued' | 'unknown' | 'wiped';

interface Row {
  readonly id: string;
  readonly created_at: Date;
  readonly kind: string;
  readonly language: string;
  readonly order_id: string | null;
  readonly state: MailState;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly sent_at: Date | null;
  readonly has_content: boolean;
}

const COLUMNS = `id, created_at, kind, language, order_id, state, attempts, last_error, sent_at,
                 personal is not null as has_content`;

const rowOf = (row: Row): MailRow => ({
  id: row.id,
  createdAt: row.created_at.toISOString(),
  kind: row.kind,
  language: row.language,
  orderId: row.order_id,
  state: row.state,
  attempts: row.attempts,
  lastError: row.last_error,
  sentAt: row.sent_at?.toISOString() ?? null,
  hasContent: row.has_content,
  secret: isSecret(row.kind),
});

export function createMails(
  pool: pg.Pool,
  { keys, contents }: { readonly keys: Pick<PersonalKeys, 'subjectOf'>; readonly contents: Pick<ContentSeal, 'open'> },
): Mails {
  return {
    list: async (account, { state, kind, recipient, orderId, aboutOrders = false, after, limit }) => {
      const named = recipient === undefined ? null : keys.subjectOf(account, '', null, recipient);
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<Row & Record<string, unknown>>(
          client,
          {
            name: 'list_mails',
            text: `select ${COLUMNS} from mails
                    where account = $1 and ($2::uuid is null or id < $2) and ($3::text is null or state = $3)
                      and ($4::text is null or kind = $4) and ($5::text is null or recipient = $5)
                      and ($6::text is null or order_id = $6) and (not $7::boolean or order_id is not null)
                    order by id desc limit $8`,
          },
          [account, after ?? null, state ?? null, kind ?? null, named, orderId ?? null, aboutOrders, limit],
        ),
      );
      return rows.map(rowOf);
    },
    find: async (account, id) => {
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<Row & { personal: Buffer | null } & Record<string, unknown>>(
          client,
          { name: 'find_mail', text: `select ${COLUMNS}, personal from mails where account = $1 and id = $2` },
          [account, id],
        ),
      );
      const [row] = rows;
      if (row === undefined) return null;
      const content = row.personal === null ? null : contents.open(account, id, row.personal);
      return { ...rowOf(row), content: content?.forReaderAlone === true ? null : content };
    },
    resend: (account, id, now, once = EACH_TIME) =>
      withAccounts(pool, [account], (client) =>
        inTransaction(client, () =>
          once(
            client,
            () => resend(client, account, id, now),
            (outcome) => outcome === 'queued',
          ),
        ),
      ),
  };
}

async function resend(client: pg.ClientBase, account: string, id: string, now: string): Promise<Resent> {
  const { rows } = await query<{ has_content: boolean }>(
    client,
    {
      name: 'resend_mail',
      text: `update mails set resent = resent + (personal is not null and state in ('sent', 'kept'))::int, last_error = null,
                    state = case when personal is null then state else 'queued' end
              where account = $1 and id = $2
             returning personal is not null as has_content`,
    },
    [account, id],
  );
  const [row] = rows;
  if (row === undefined) return 'unknown';
  if (!row.has_content) return 'wiped';
  await setSendingTask(client, account, id, now);
  return 'queued';
}
