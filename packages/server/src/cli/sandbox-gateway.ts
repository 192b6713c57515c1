import { resolve } from 'node:path';
import type { Command } from 'commander';
import { startSandboxGateway } from '../sandbox-gateway/sandbox-gateway.js';
import { StartError } from '../start-error.js';
import { askedToStop } from './stop-signals.js';

/** `docket sandbox-gateway`: a payment provider to try things with, until SIGINT or SIGTERM. */
export function registerSandboxGateway(program: Command): void {
  program
    .command('sandbox-gateway')
    .description('start a payment provider to try things with: no real money moves')
    .option('--port <port>', 'where it listens; 0 takes any free port', '4010')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--file <file>', 'where it keeps its books; without it they are gone when it ends')
    .action(async ({ port, host, file }: { port: string; host: string; file?: string }) => {
      if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new StartError('--port must be 0 to 65535');
      const asked = askedToStop(process, Date.now);
      const books = file === undefined ? null : resolve(file);
      const gateway = await startSandboxGateway({ port: Number(port), host, file: books }).catch((error: unknown) => {
        const { code } = error as NodeJS.ErrnoException;
        throw code === 'EADDRINUSE' ? new StartError(`port ${port} is taken: choose another one by --port`) : error;
      });
      process.stdout.write(`docket sandbox gateway ready ${gateway.url}\n`);
      await asked;
      await gateway.close();
    });
}
