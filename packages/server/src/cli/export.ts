import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Docket } from '@docket/sdk';
import { type Command, Option } from 'commander';
import { StartError } from '../start-error.js';
import { connected, type ConnectionOptions, reporting } from './orders.js';

interface ExportWords extends ConnectionOptions {
  readonly format: 'csv' | 'jsonl';
  readonly out?: string;
  readonly words?: string;
  readonly filter: readonly string[];
}

/** `docket export orders`: what the list finds, through the API, as a file or to standard output. */
export function registerExport(program: Command): void {
  const orders = program
    .command('export')
    .description('take orders out as a file')
    .command('orders')
    .description('orders as CSV or JSON Lines, found by the filters of the list')
    .addOption(new Option('--format <format>', 'of the file').choices(['csv', 'jsonl']).default('csv'))
    .option('-o, --out <file>', 'where to write; standard output where absent')
    .option('-q, --words <words>', 'whole words; one that ends in * is the beginning of a word')
    .option(
      '-f, --filter <name=value>',
      'a filter of the list, such as status=invoiced; may be repeated',
      (text: string, before: readonly string[]) => [...before, text],
      [] as readonly string[],
    );
  connected(orders).action(reporting(exportOrders));
}

async function exportOrders(docket: Docket, { format, out, words, filter }: ExportWords): Promise<void> {
  const query = new URLSearchParams({ format });
  if (words !== undefined) query.set('q', words);
  for (const text of filter) {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(text) ?? [];
    if (name === '') throw new StartError(`${text} is no filter such as status=invoiced`);
    query.append(name, value);
  }
  const response = await docket.send({ method: 'GET', path: `/api/v1/admin/orders/export?${query.toString()}` });
  if (response.body === null) throw new Error('the server answered without orders');
  // read as fast as it can be written, so nothing piles up here either
  const target = out === undefined ? process.stdout : createWriteStream(out, { mode: 0o600 });
  await pipeline(Readable.fromWeb(response.body), target, {
    end: out !== undefined,
  });
}
