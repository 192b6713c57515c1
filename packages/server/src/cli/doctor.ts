import type { Command } from 'commander';
import { examine } from '../doctor/examine.js';
import type { Verdict } from '../doctor/verdict.js';

/** `docket doctor`: what commonly goes wrong, one line each with the next step; exit code 1 where something fails. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look for what commonly goes wrong, and say what to do about it')
    .option('--json', 'all verdicts as one JSON array')
    .action(async ({ json }: { readonly json?: true }) => {
      const verdicts: Verdict[] = [];
      const patient = { environment: process.env, nodeVersion: process.versions.node, now: Date.now };
      for await (const verdict of examine(patient)) {
        verdicts.push(verdict);
        if (json === undefined) process.stdout.write(`${lineOf(verdict)}\n`);
      }
      if (json !== undefined) process.stdout.write(`${JSON.stringify(verdicts, null, 2)}\n`);
      if (verdicts.some(({ state }) => state === 'fail')) process.exitCode = 1;
    });
}

const lineOf = ({ check, state, found, next }: Verdict): string =>
  `${state.padEnd(4)}  ${check.padEnd(10)}  ${found}${next === null ? '' : ` → ${next}`}`;
