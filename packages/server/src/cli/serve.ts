import type { Command } from 'commander';
import { startServer } from '../serve.js';
import { readSettings } from '../settings.js';

/** `docket serve`: runs until SIGINT or SIGTERM, which drain; a second Ctrl-C ends at once. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('start the server (what npm start does)')
    .action(async () => {
      const settings = readSettings();
      const asked = new Promise<void>((stop) => {
        process.once('SIGINT', () => {
          process.on('SIGINT', () => process.exit(130));
          stop();
        });
        process.on('SIGTERM', stop);
      });
      // A signal during the start is kept until the start is through: a half-made database helps nobody.
      const server = await startServer(settings);
      process.stdout.write(`docket ready ${server.url}\n`);
      await asked;
      await server.close();
    });
}
