import type pg from 'pg';
import { query } from '../database/pool.js';

/** Taken in one statement, so that a pass never holds locks for long. */
const AT_ONCE = 1_000;

/** Drafts whose buyer did not answer in time are open again, of all accounts. `follower` sees every account. */
export async function expireQuestions(follower: pg.Pool, now: string): Promise<void> {
  for (let expired = AT_ONCE; expired === AT_ONCE;) {
    const { rowCount } = await query(
      follower,
      {
        name: 'expire_draft_questions',
        text: `update order_drafts d
                  set state = 'open', revision = d.revision + 1, updated_at = $1, consent_answer = 'expired',
                      consent_answered_at = $1
                 from (select account, draft_id from order_drafts
                        where state = 'awaiting_consent' and consent_expires_at <= $1 limit $2) as late
                where d.account = late.account and d.draft_id = late.draft_id and d.state = 'awaiting_consent'`,
      },
      [now, AT_ONCE],
    );
    expired = rowCount ?? 0;
  }
}
