import type { WorkflowTable } from '@docket/core/workflow/table';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';

/** A table as its author writes it: the name is that of the workflow, and publishing gives the version. */
export type WorkflowDraft = Omit<WorkflowTable, 'name' | 'version'>;

/** A workflow that an account made. */
export interface Workflow {
  readonly workflow: string;
  /** The latest one that was published; 0: none. */
  readonly version: number;
  /** True: no new order starts in it. Those that did go on. */
  readonly retired: boolean;
  /** What may be published next; null: nothing was changed since. */
  readonly draft: WorkflowDraft | null;
  /** The latest published table. */
  readonly table: WorkflowTable | null;
}

const columns = `w.workflow, w.version, w.retired, w.draft, v.definition as "table"`;
const tables = `workflows w left join workflow_versions v
       on v.account = w.account and v.workflow = w.workflow and v.version = w.version`;

export const WORKFLOWS: SettingTable<Workflow> = {
  kind: 'workflow',
  decisionsRead: true,
  keyOf: ({ workflow }) => workflow,
  async find(client, account, keys) {
    const { rows } = await query<Workflow>(
      client,
      {
        name: 'find_workflows',
        text: `select ${columns} from ${tables} where w.account = $1 and w.workflow = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<Workflow>(
      client,
      {
        name: 'list_workflows',
        text: `select ${columns} from ${tables} where w.account = $1 and w.workflow > $2 order by w.workflow limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account, at, actor }, rows) {
    for (const { workflow, version, retired, draft, table } of rows) {
      await query(
        client,
        {
          name: 'save_workflow',
          text: `insert into workflows (account, workflow, version, retired, draft) values ($1, $2, $3, $4, $5)
                 on conflict (account, workflow) do update
                    set version = excluded.version, retired = excluded.retired, draft = excluded.draft`,
        },
        [account, workflow, version, retired, draft === null ? null : JSON.stringify(draft)],
      );
      if (table === null) continue;
      await query(
        client,
        {
          name: 'keep_workflow_version',
          text: `insert into workflow_versions (account, workflow, version, published_at, published_by, definition)
                 values ($1, $2, $3, coalesce($4, now()), $5, $6) on conflict do nothing`,
        },
        [account, workflow, version, at ?? null, actor, JSON.stringify(table)],
      );
    }
  },
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_workflow', text: 'delete from workflows where account = $1 and workflow = $2' },
      [account, key],
    );
  },
  async usedBy(client, account, key) {
    const { rows } = await query(
      client,
      {
        name: 'workflow_used_by',
        text: 'select from workflow_versions where account = $1 and workflow = $2 limit 1',
      },
      [account, key],
    );
    return rows.length > 0 ? 'a published version' : null;
  },
};

/** A version that was published, whatever became of the workflow since; null where there is none. */
export async function findVersion(
  pool: pg.Pool,
  account: string,
  workflow: string,
  version: number,
): Promise<{ readonly table: WorkflowTable; readonly publishedAt: Date; readonly publishedBy: string } | null> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ table: WorkflowTable; publishedAt: Date; publishedBy: string }>(
      client,
      {
        name: 'find_workflow_version',
        text: `select definition as "table", published_at as "publishedAt", published_by as "publishedBy"
                 from workflow_versions where account = $1 and workflow = $2 and version = $3`,
      },
      [account, workflow, version],
    ),
  );
  return rows[0] ?? null;
}

/** Workflows that an account may have, retired ones included: decisions read the current tables of all others at once. */
export const MOST_WORKFLOWS = 50;

/** How many there are. */
export async function countWorkflows(pool: pg.Pool, account: string): Promise<number> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ count: number }>(
      client,
      { name: 'count_workflows', text: 'select count(*)::int as count from workflows where account = $1' },
      [account],
    ),
  );
  return rows[0]?.count ?? 0;
}
