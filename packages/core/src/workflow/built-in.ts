import { CHAIN } from './chain.js';
import { FREE } from './free.js';
import { FULFILLMENT } from './fulfillment.js';
import { MARKETPLACE } from './marketplace.js';
import { SIMPLE } from './simple.js';
import type { TableName, WorkflowName, WorkflowTable } from './table.js';

/** Every version that an order may be pinned to; a published version is never edited. */
export const BUILT_IN_TABLES: readonly WorkflowTable[] = [MARKETPLACE, FULFILLMENT, CHAIN, SIMPLE, FREE];

/** The pinned table of an instance. Unknown names are bugs: they were written by us. */
export function tableOf(pinned: { readonly table: TableName; readonly version: number }): WorkflowTable {
  for (const table of BUILT_IN_TABLES) {
    if (table.name === pinned.table && table.version === pinned.version) return table;
  }
  throw new Error(`no workflow table ${pinned.table} of version ${pinned.version}`);
}

/** The tables a new order starts with, the selling side first. */
export function tablesFor(workflow: WorkflowName): readonly WorkflowTable[] {
  switch (workflow) {
    case 'complete':
      return [MARKETPLACE, FULFILLMENT];
    case 'marketplace':
      return [MARKETPLACE];
    case 'fulfillment':
      return [FULFILLMENT];
    case 'chain':
      return [CHAIN];
    case 'simple':
      return [SIMPLE];
    case 'free':
      return [FREE];
    default: {
      const never: never = workflow;
      throw new Error(`unknown workflow ${String(never)}`);
    }
  }
}
