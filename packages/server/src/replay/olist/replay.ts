import { StartError } from '../../start-error.js';
import { loadProducts, topUpStock } from './catalogue.js';
import { createDocketClient, type DocketClient, Refused } from './docket-client.js';
import { drive, listReplayed, readOrder } from './drive.js';
import { inParallel } from '../../in-parallel.js';
import { type Difference, differencesOf, type Outcome, outcomeOf } from './outcome.js';
import { type OlistFiles, readOlistFiles } from './read-files.js';
import { SOURCE } from './placement.js';
import type { Rejection } from './record.js';
import { type ReplayReport, reportOf } from './report.js';

export interface ReplayOptions {
  readonly directory: string;
  /** Of a running Docket, without path. */
  readonly url: string;
  readonly credentials: { readonly key: string; readonly token: string };
  /** Records in flight at once. */
  readonly concurrency: number;
  /** Called with a line for people, about every two seconds. */
  readonly progress: (line: string) => void;
}

/**
 * Places every record of the published Olist files as a live order over HTTP and drives each to where its record ended;
 * then reads all of them back and compares. Running it again doubles nothing.
 *
 * @throws StartError where the files cannot be read, or Docket does not answer or does not know the key.
 */
export async function replayOlist(options: ReplayOptions): Promise<ReplayReport> {
  const files = await readOlistFiles(options.directory);
  const client = createDocketClient(options.url, options.credentials);
  try {
    return await replayFiles(files, client, options);
  } catch (error) {
    if (error instanceof Refused) throw new StartError(error.message);
    throw error;
  }
}

async function replayFiles(files: OlistFiles, client: DocketClient, options: ReplayOptions): Promise<ReplayReport> {
  const { directory, url, concurrency } = options;
  const began = new Date();
  const seconds = (): number => Math.round((Date.now() - began.getTime()) / 100) / 10;
  const { records, products, orphanRows } = files;
  const rejected: Rejection[] = [...files.rejected];
  const orderIds = new Map([...(await listReplayed(client))].map(([olistId, [row]]) => [olistId, row?.orderId]));

  await client.put(`/channels/${SOURCE}`, { name: 'Olist', kind: 'marketplace' });
  await loadProducts(client, products);
  const toPlace = records.filter(({ olistId }) => orderIds.get(olistId) === undefined);
  const piecesAddedToStock = await topUpStock(client, toPlace);

  const driven = { records: 0, placed: 0, found: 0, commands: 0 };
  const endDriving = watched(
    options.progress,
    () => driven.records,
    records.length,
    'driven',
    () => `${driven.commands} commands`,
  );
  try {
    await inParallel(records, concurrency, async (record) => {
      const { olistId } = record;
      try {
        const { order, placed, commands } = await drive(client, record, orderIds.get(olistId));
        orderIds.set(olistId, order.orderId);
        driven[placed ? 'placed' : 'found'] += 1;
        driven.commands += commands;
      } catch (error) {
        if (!(error instanceof Refused) || error.status === 401 || error.status === 403) throw error;
        rejected.push({ olistId, reason: error.message });
      }
      driven.records += 1;
    });
  } finally {
    endDriving();
  }
  const spent = seconds();

  const outcomes = new Map<string, Outcome>();
  const differences: Difference[] = [];
  const listed = await listReplayed(client);
  const endReading = watched(options.progress, () => outcomes.size, records.length, 'read back');
  try {
    await inParallel(records, concurrency, async (record) => {
      const orderId = orderIds.get(record.olistId) ?? listed.get(record.olistId)?.[0]?.orderId;
      if (orderId === undefined) return;
      const order = await readOrder(client, orderId);
      outcomes.set(record.olistId, outcomeOf(order));
      differences.push(...differencesOf(record, order, listed.get(record.olistId) ?? []));
    });
  } finally {
    endReading();
  }
  return reportOf(
    {
      directory,
      url,
      startedAt: began.toISOString(),
      seconds: spent,
      placed: driven.placed,
      found: driven.found,
      commands: driven.commands,
      piecesAddedToStock,
    },
    { records, outcomes, differences, rejected, orphanRows },
  );
}

/** Milliseconds between two lines of progress. */
const EVERY = 2_000;

/** Tells how far it is now and then, and once more at the end. */
function watched(
  progress: (line: string) => void,
  done: () => number,
  all: number,
  what: string,
  more: () => string = () => '',
): () => void {
  const began = performance.now();
  const tell = (): void => {
    const rate = Math.round((done() * 1_000) / Math.max(performance.now() - began, 1));
    progress(
      [`${done()} of ${all} orders ${what}`, `${rate} a second`, more()].filter((part) => part !== '').join(', '),
    );
  };
  const timer = setInterval(tell, EVERY);
  return () => {
    clearInterval(timer);
    tell();
  };
}
