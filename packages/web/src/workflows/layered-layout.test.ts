import { describe, expect, it } from 'vitest';
import { BUILT_IN_TABLES } from '../../../core/src/workflow/built-in.js';
import { BOX, layeredLayout } from './layered-layout.js';
import { edgesOf, stepsOf, type WorkflowTable } from './workflow-table.js';

const layoutOf = (table: WorkflowTable) =>
  layeredLayout(Object.keys(stepsOf(table)), table.start ?? '', edgesOf(table));

describe('the picture of a workflow', () => {
  it.each(BUILT_IN_TABLES.map((table) => [table.name, table as WorkflowTable] as const))(
    '%s has every step once, no two over each other, and all within its frame',
    (_name, table) => {
      const { boxes, width, height, edges } = layoutOf(table);
      const placed = [...boxes.values()];
      expect([...boxes.keys()]).toEqual(Object.keys(stepsOf(table)));
      for (const [index, one] of placed.entries()) {
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.x + BOX.width).toBeLessThanOrEqual(width);
        expect(one.y + BOX.height).toBeLessThanOrEqual(height);
        for (const other of placed.slice(index + 1)) {
          expect(one.y !== other.y || Math.abs(one.x - other.x) >= BOX.width).toBe(true);
        }
      }
      expect(edges).toHaveLength(edgesOf(table).length);
      for (const { path } of edges) expect(path).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  it('goes down along the longest way, and back only round the side', () => {
    const { boxes, edges } = layeredLayout(['a', 'b', 'c'], 'a', [
      { from: 'a', to: 'c' },
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'a' },
    ]);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => boxes.get(name)?.y ?? -1);
    expect([a, b, c]).toEqual([a, b, c].toSorted((one, other) => (one ?? 0) - (other ?? 0)));
    expect(new Set([a, b, c]).size).toBe(3);
    expect(edges.filter(({ isBack }) => isBack)).toMatchObject([{ from: 'c', to: 'a' }]);
  });

  it('draws a route through its way points, and a way back to where the question came from', () => {
    const edges = edgesOf({
      start: 'open',
      steps: {
        open: { on: { asked: 'question', paid: { through: ['check'], to: 'done' } } },
        question: { on: { denied: { back: true } } },
        check: {},
        done: {},
      },
    });
    expect(edges).toEqual([
      { from: 'open', to: 'question' },
      { from: 'open', to: 'check' },
      { from: 'check', to: 'done' },
      { from: 'question', to: 'open' },
    ]);
  });
});
