import { query, withAccounts } from '../database/pool.js';
import type { EventLog } from '../event-log/read-events.js';
import type { Task } from '../followers/drain-tasks.js';
import { LIST_DOCUMENTS } from './mend-documents.js';
import { rebuildStep, type Step } from './rebuild.js';

/** Of 200 orders each: some seconds, far within the lease of a task. */
const STEPS = 25;

/** Lists some thousand orders after the one that the task names, and leaves the rest to a task of its own. */
export const listDocumentsHandler =
  (log: EventLog, clock: () => string) =>
  async ({ account, payload }: Task): Promise<void> => {
    let after: string | null = (payload as { after?: string }).after ?? '';
    for (let steps = 0; after !== null && steps < STEPS; steps += 1) {
      const step: Step = await rebuildStep(log, account, after);
      after = step.last;
    }
    if (after === null) return;
    const from = after;
    await withAccounts(log.pool, [account], (client) =>
      query(
        client,
        {
          name: 'list_further_documents',
          text: `insert into tasks (account, kind, key, due, payload) values ($1, $2, $3, $4, $5)
                 on conflict (account, kind, key) do nothing`,
        },
        [account, LIST_DOCUMENTS, from, clock(), JSON.stringify({ after: from })],
      ),
    );
  };
