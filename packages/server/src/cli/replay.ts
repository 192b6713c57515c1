import { writeFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { DEMO_KEY, DEMO_TOKEN } from '../access/first-keys.js';
import { renderReport } from '../replay/olist/report.js';
import { replayOlist } from '../replay/olist/replay.js';
import { readSettings, type Settings } from '../settings.js';
import { StartError } from '../start-error.js';

interface ReplayWords {
  readonly url?: string;
  readonly key?: string;
  readonly token?: string;
  readonly concurrency: number;
  readonly report?: string;
}

/** `docket replay olist DIR`: real orders as live ones, against a running server. Ends with 1 where sums differ. */
export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('place recorded orders of other systems as live ones')
    .command('olist <directory>')
    .description('the public CSV files of Olist: places every order over HTTP, drives it to its end, compares the sums')
    .option('--url <url>', 'of the running server; that of the settings where absent')
    .option('--key <key>', 'DOCKET_APP_KEY where absent, else the demo key')
    .option('--token <token>', 'of the key')
    .option('--concurrency <orders>', 'orders in flight at once, 1 to 256', wholeNumber, 8)
    .option('--report <file>', 'where to write the whole report as JSON')
    .action(async (directory: string, words: ReplayWords) => {
      const settings = readSettings();
      const report = await replayOlist({
        directory,
        url: words.url ?? addressOf(settings),
        credentials: credentialsOf(words, settings),
        concurrency: words.concurrency,
        progress: (line) => process.stderr.write(`${line}\n`),
      });
      process.stdout.write(renderReport(report));
      if (words.report !== undefined) writeReport(words.report, report);
      if (!report.equal) process.exitCode = 1;
    });
}

/** An address to listen on everywhere is none to connect to. */
function addressOf({ host, port }: Settings): string {
  if (port === 0) throw new StartError('PORT is 0, so the server has any port: name its address with --url');
  const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
  return `http://${everywhere[host] ?? (host.includes(':') ? `[${host}]` : host)}:${port}`;
}

function credentialsOf({ key, token }: ReplayWords, { appKey }: Settings): { key: string; token: string } {
  if (key !== undefined && token !== undefined) return { key, token };
  if (key !== undefined || token !== undefined)
    throw new StartError('--key and --token are given together or not at all');
  return appKey ?? { key: DEMO_KEY, token: DEMO_TOKEN };
}

function writeReport(file: string, report: object): void {
  try {
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    throw new StartError(`the report cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}$/.test(text) || value < 1 || value > 256) throw new InvalidArgumentError('It must be 1 to 256.');
  return value;
}
