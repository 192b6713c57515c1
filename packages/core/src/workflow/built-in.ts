import { CHAIN } from './chain.js';
import { FREE } from './free.js';
import { FULFILLMENT } from './fulfillment.js';
import { MARKETPLACE } from './marketplace.js';
import { SIMPLE } from './simple.js';
import type { WorkflowTable } from './table.js';

/** Every version that an order may be pinned to; a published version is never edited. */
export const BUILT_IN_TABLES: readonly WorkflowTable[] = [MARKETPLACE, FULFILLMENT, CHAIN, SIMPLE, FREE];

/**
 * The pinned table of an instance: built in, or among the published ones that came with the order. An unknown one is a
 * bug: it was written by us.
 */
export function tableOf(
  pinned: { readonly table: string; readonly version: number },
  published: readonly WorkflowTable[],
): WorkflowTable {
  for (const table of BUILT_IN_TABLES) {
    if (table.name === pinned.table && table.version === pinned.version) return table;
  }
  for (const table of published) {
    if (table.name === pinned.table && table.version === pinned.version) return table;
  }
  throw new Error(`no workflow table ${pinned.table} of version ${pinned.version}`);
}

/**
 * What a placement may choose, and the tables that an order then starts with, the selling side first. `complete` is no
 * table: it is the marketplace and the fulfilment table in one record. */
export const BUILT_IN_WORKFLOWS = {
  complete: [MARKETPLACE, FULFILLMENT],
  marketplace: [MARKETPLACE],
  fulfillment: [FULFILLMENT],
  chain: [CHAIN],
  simple: [SIMPLE],
  free: [FREE],
} as const satisfies Readonly<Record<string, readonly WorkflowTable[]>>;

export type BuiltInWorkflow = keyof typeof BUILT_IN_WORKFLOWS;

/** Whether a name is taken: an account may publish no workflow under it. */
export const isBuiltIn = (name: string): boolean =>
  Object.hasOwn(BUILT_IN_WORKFLOWS, name) || BUILT_IN_TABLES.some((table) => table.name === name);

/** The tables of a workflow, built in or published; undefined where there is none of this name. */
export function tablesFor(workflow: string, published: readonly WorkflowTable[]): readonly WorkflowTable[] | undefined {
  if (Object.hasOwn(BUILT_IN_WORKFLOWS, workflow)) {
    return BUILT_IN_WORKFLOWS[workflow as BuiltInWorkflow];
  }
  const found = published.find(({ name }) => name === workflow);
  return found === undefined ? undefined : [found];
}
