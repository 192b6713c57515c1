import { describe, expect, it } from 'vitest';
import { BUILT_IN_TABLES, BUILT_IN_WORKFLOWS, tableOf } from './built-in.js';
import { rowOf } from './table.js';
import { validateTable } from './validate.js';

describe.each(BUILT_IN_TABLES)('the built-in $name workflow', (table) => {
  it('may be published: no step is unknown, unreachable, a dead end or part of an endless run', () => {
    expect(validateTable(table)).toEqual([]);
  });

  it('is plain data that survives being stored', () => {
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
  });

  it('offers no command in a step that it leaves by itself', () => {
    const passing = Object.values(table.steps).filter(({ kind, locked }) => kind === 'passes' || locked === true);
    expect(passing.filter(({ commands }) => commands !== undefined)).toEqual([]);
  });
});

it('runs a complete order on the marketplace and the fulfilment table, not on a third one', () => {
  expect(BUILT_IN_WORKFLOWS.complete).toEqual([...BUILT_IN_WORKFLOWS.marketplace, ...BUILT_IN_WORKFLOWS.fulfillment]);
});

it('knows exactly the steps that accept no cancellation and no change', () => {
  const locked = BUILT_IN_TABLES.flatMap(({ steps }) => Object.keys(steps).filter((step) => steps[step]?.locked));
  expect([...new Set(locked)].sort()).toEqual(['cancel', 'invoice', 'order-created', 'start-handling']);
});

it('knows which steps mean that nothing will be sold', () => {
  const cancelled = BUILT_IN_TABLES.flatMap(({ steps }) =>
    Object.keys(steps).filter((step) => steps[step]?.flags?.cancelled),
  );
  expect([...new Set(cancelled)].sort()).toEqual(['Cancelled', 'canceled', 'cancelled', 'replaced']);
});

it('takes an unknown table, version or step for a bug', () => {
  expect(() => tableOf({ table: 'simple', version: 99 }, [])).toThrow('no workflow table simple of version 99');
  const [simple] = BUILT_IN_WORKFLOWS.simple;
  expect(() => rowOf(simple, 'toString')).toThrow('has no step "toString"');
});
