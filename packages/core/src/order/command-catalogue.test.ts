import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTSIDE_COMMANDS } from './allowed.js';
import { COMMAND_CATALOGUE, REFUSALS_OF_ALL } from './command-catalogue.js';
import { always, randomCommand } from './random-lives.test-support.js';
import { isRefusal, type RefusalCode } from './refusals.js';

const described = (command: keyof typeof COMMAND_CATALOGUE): readonly RefusalCode[] => [
  ...COMMAND_CATALOGUE[command].refusals,
  ...REFUSALS_OF_ALL,
];

describe('the catalogue of commands', () => {
  it('names every refusal that a command meets, whatever happened to the order', () => {
    const asked = fc.sample(randomCommand, 25);
    always((history) => {
      for (const command of asked) {
        const name = OUTSIDE_COMMANDS.find((each) => each === command.type);
        if (name === undefined) continue;
        const { answer } = history.when(command);
        if (isRefusal(answer)) expect(described(name), name).toContain(answer.refused);
      }
    }, 15);
  });

  it('names each refusal once', () => {
    for (const name of Object.keys(COMMAND_CATALOGUE) as (keyof typeof COMMAND_CATALOGUE)[]) {
      const codes = described(name);
      expect(new Set(codes).size, name).toBe(codes.length);
    }
  });
});
