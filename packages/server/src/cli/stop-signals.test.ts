import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { askedToStop } from './stop-signals.js';

function stage() {
  const exits: number[] = [];
  const of = Object.assign(new EventEmitter(), { exit: (code: number) => exits.push(code) });
  const clock = { now: 50_000 };
  return { of, exits, clock, asked: askedToStop(of, () => clock.now) };
}

it.each(['SIGTERM', 'SIGINT'])('the first %s asks to drain', async (signal) => {
  const { of, exits, asked } = stage();
  of.emit(signal);
  await asked;
  expect(exits).toEqual([]);
});

it.each([
  ['SIGTERM', 'SIGTERM', 143],
  ['SIGINT', 'SIGINT', 130],
  ['SIGTERM', 'SIGINT', 130],
])('after %s, a later %s ends at once', (first, second, code) => {
  const { of, exits, clock } = stage();
  of.emit(first);
  clock.now += 2_000;
  of.emit(second);
  expect(exits).toEqual([code]);
});

it('a signal that npm passes on a moment later is no second wish', () => {
  const { of, exits, clock } = stage();
  of.emit('SIGINT');
  clock.now += 300;
  of.emit('SIGTERM');
  expect(exits).toEqual([]);
});
