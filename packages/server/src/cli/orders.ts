import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { OUTSIDE_COMMANDS } from '@docket/core/order/allowed';
import { type CallOptions, type CommandName, createDocket, type Docket, DocketProblem } from '@docket/sdk';
import { type Command, Option } from 'commander';
import { StartError } from '../start-error.js';
import { amountText, historyLines, orderLines, table } from './order-text.js';

/**
 * `docket orders …`: the API on the command line, for whoever has a key. Unlike the other commands it never touches the
 * database, so it works from any machine that reaches the server.
 */
export function registerOrders(program: Command): void {
  const orders = program.command('orders').description('find, show, place and change orders through the API');
  connected(orders.command('list').description('find orders, newest first'))
    .option('-q, --words <words>', 'whole words; one that ends in * is the beginning of a word')
    .option('--status <status...>', 'steps such as ready-for-handling')
    .option('--store <store...>', 'stores')
    .option('--sort <field>', 'created, updated, total or due')
    .option('-n, --limit <orders>', 'how many at most', wholeNumber, 20)
    .action(reporting(listOrders));
  connected(orders.command('show <id>').description('one order; --json prints all of it')).action(reporting(showOrder));
  connected(orders.command('history <id>').description('what happened to an order, and why')).action(
    reporting(showHistory),
  );
  connected(
    orders.command('log <id>').description('the log of an order with its hashes, for verify-order-log.mjs'),
  ).action(reporting(exportLog));
  writing(orders.command('place [file]').description('place the order of a JSON file, or of standard input')).action(
    reporting(placeOrder),
  );
  writing(
    orders
      .command('do <id> <command> [words]')
      .description('send a command; words are its fields as JSON, or - for standard input')
      .addHelpText('after', '\nExample: docket orders do 1480000500001-01 approve_payment \'{"paymentId":"1"}\''),
  ).action(reporting(sendCommand));
}

export interface ConnectionOptions {
  readonly url: string;
  readonly key: string;
  readonly token: string;
  readonly json?: boolean;
}

interface WriteOptions extends ConnectionOptions {
  readonly reason?: string;
  readonly idempotencyKey?: string;
  readonly ifVersion?: number;
}

export function connected(command: Command): Command {
  return command
    .addOption(new Option('--url <url>', 'address of the server').env('DOCKET_URL').default('http://127.0.0.1:4000'))
    .addOption(new Option('--key <key>', 'app key').env('DOCKET_APP_KEY').default('docket-demo'))
    .addOption(
      new Option('--token <token>', 'its token; better set in the environment')
        .env('DOCKET_APP_TOKEN')
        .default('docket-demo-token', 'that of the demo'),
    )
    .option('--json', 'print what the server answers');
}

const writing = (command: Command): Command =>
  connected(command)
    .option('--reason <words>', 'why; stands in the history, so nothing personal')
    .option('--idempotency-key <key>', 'makes it safe to run again')
    .option('--if-version <version>', 'refuse where the order has another version', wholeNumber);

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new StartError(`${text} is no whole number above 0`);
  return Number(text);
}

/** Problems of the server and of the way to it are lines for a person, not stack traces. */
export function reporting<Words extends readonly unknown[]>(
  action: (docket: Docket, ...words: Words) => Promise<void>,
): (...words: [...Words, Command]) => Promise<void> {
  return async (...words) => {
    const command = words.at(-1) as Command;
    const { url, key, token } = command.opts<ConnectionOptions>();
    try {
      await action(createDocket({ url, key, token }), ...(words.slice(0, -1) as unknown as Words));
    } catch (error) {
      if (error instanceof DocketProblem) throw new StartError(`${error.code}: ${error.message}`);
      if (error instanceof TypeError && error.message === 'fetch failed') {
        throw new StartError(`no server answers at ${url}: start one, or name another with --url`);
      }
      throw error;
    }
  };
}

interface ListOptions extends ConnectionOptions {
  readonly words?: string;
  readonly status?: string[];
  readonly store?: string[];
  readonly sort?: 'created' | 'updated' | 'total' | 'due';
  readonly limit: number;
}

async function listOrders(docket: Docket, { words, status, store, sort, limit, json }: ListOptions): Promise<void> {
  const query = {
    limit: Math.min(limit, 100),
    ...(words === undefined ? {} : { q: words }),
    ...(status === undefined ? {} : { status }),
    ...(store === undefined ? {} : { store }),
    ...(sort === undefined ? {} : { sort }),
  };
  const rows = [];
  for await (const row of docket.orders.list(query)) {
    rows.push(row);
    if (rows.length === limit) break;
  }
  if (json === true) {
    print(rows.map((row) => JSON.stringify(row)));
    return;
  }
  print(
    table(
      ['order', 'created', 'status', 'total', 'buyer'],
      rows.map((row) => [
        row.orderId,
        row.createdAt.slice(0, 16).replace('T', ' '),
        row.status,
        amountText(row.total, row.currency),
        row.buyerName ?? '',
      ]),
    ),
  );
}

async function showOrder(docket: Docket, orderId: string, { json }: ConnectionOptions): Promise<void> {
  const order = await docket.orders.get(orderId);
  print(json === true ? [JSON.stringify(order, null, 2)] : orderLines(order));
}

async function showHistory(docket: Docket, orderId: string, { json }: ConnectionOptions): Promise<void> {
  for (let from = 1; ;) {
    const page = await docket.call('listOrderEvents', { path: { orderId }, query: { from } });
    print(page.events.flatMap((event) => (json === true ? [JSON.stringify(event)] : historyLines(event))));
    if (page.next === null) return;
    from = page.next;
  }
}

async function exportLog(docket: Docket, orderId: string): Promise<void> {
  const response = await docket.send({
    method: 'GET',
    path: `/api/v1/admin/orders/${encodeURIComponent(orderId)}/log`,
  });
  for await (const chunk of response.body ?? []) process.stdout.write(chunk as Uint8Array);
}

async function placeOrder(docket: Docket, file: string | undefined, options: WriteOptions): Promise<void> {
  const order = await docket.orders.place(parsed(await input(file ?? '-')) as never, callOptions(options));
  print(options.json === true ? [JSON.stringify(order, null, 2)] : orderLines(order));
}

async function sendCommand(
  docket: Docket,
  orderId: string,
  command: string,
  words: string | undefined,
  options: WriteOptions,
): Promise<void> {
  if (!(OUTSIDE_COMMANDS as readonly string[]).includes(command)) {
    throw new StartError(`there is no command ${command}; there are ${OUTSIDE_COMMANDS.join(', ')}`);
  }
  const fields = words === undefined ? {} : parsed(words === '-' ? await input('-') : words);
  const order = await docket.orders.command(orderId, command as CommandName, fields, callOptions(options));
  print(options.json === true ? [JSON.stringify(order, null, 2)] : orderLines(order));
}

const callOptions = ({ reason, idempotencyKey, ifVersion }: WriteOptions): CallOptions => ({
  ...(reason === undefined ? {} : { reason }),
  ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  ...(ifVersion === undefined ? {} : { version: ifVersion }),
});

async function input(file: string): Promise<string> {
  if (file === '-') return await readAll(process.stdin);
  return await readFile(file, 'utf8').catch((error: unknown) => {
    throw new StartError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
}

function parsed(json: string): object {
  try {
    const value = JSON.parse(json) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // told below
  }
  throw new StartError('this is not one JSON object');
}

function print(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}
