import { expect, it } from 'vitest';
import { parentOf } from './trace-context.js';

const trace = '0af7651916cd43dd8448eb211c80319c';
const span = 'b7ad6b7169203331';

it.each([
  [`00-${trace}-${span}-01`, true],
  [`00-${trace}-${span}-00`, false],
  [`00-${trace}-${span}-03`, true],
  [`cc-${trace}-${span}-01-what-comes-later`, true],
])('%s names a parent; recorded: %s', (header, sampled) => {
  expect(parentOf(header)).toEqual({ traceId: trace, spanId: span, sampled });
});

it.each([
  [undefined],
  [''],
  ['nonsense'],
  [`00-${trace}-${span}`],
  [`00-${trace}-${span}-01-more`],
  [`ff-${trace}-${span}-01`],
  [`00-${'0'.repeat(32)}-${span}-01`],
  [`00-${trace}-${'0'.repeat(16)}-01`],
  [`00-${trace.toUpperCase()}-${span}-01`],
  [[`00-${trace}-${span}-01`, `00-${trace}-${span}-01`]],
])('%j names none: the request begins a trace', (header) => {
  expect(parentOf(header)).toBeNull();
});
