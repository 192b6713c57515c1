import type { Command } from 'commander';
import { startServer } from '../serve.js';
import { readSettings } from '../settings.js';
import { askedToStop } from './stop-signals.js';

/** `docket serve`: runs until SIGINT or SIGTERM, which drain; a second one ends at once. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('start the server (what npm start does)')
    .action(async () => {
      const settings = readSettings();
      const asked = askedToStop(process, Date.now);
      // A signal during the start is kept until the start is through: a half-made database helps nobody.
      const server = await startServer(settings);
      process.stdout.write(`docket ready ${server.url}\n`);
      await asked;
      await server.close();
    });
}
