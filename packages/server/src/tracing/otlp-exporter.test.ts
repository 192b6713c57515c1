import { expect, it } from 'vitest';
import { createExporter } from './otlp-exporter.js';
import { createTracer } from './tracer.js';

it('a collector that is away costs what waits, is told once, and holds up nobody', async () => {
  const lost: [number, string][] = [];
  const exporter = createExporter({
    url: 'http://127.0.0.1:1/v1/traces',
    headers: {},
    serviceName: 'docket',
    version: '1',
    onLost: (spans, why) => lost.push([spans, why]),
    now: () => 0,
  });
  let ids = 0;
  const tracer = createTracer({
    now: () => 0,
    randomHex: (bytes) => (ids += 1).toString(16).padStart(bytes * 2, '0'),
    finished: exporter.add,
  });
  for (let count = 0; count < 10_000; count += 1) tracer.start('work').end();
  await exporter.close();
  expect(lost).toHaveLength(1);
  expect(lost[0]?.[1]).toBe('more spans than the collector takes');
});
