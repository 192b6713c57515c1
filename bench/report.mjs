import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { checkoutDirectory } from '../packages/server/dist/settings.js';

/**
 * What a part of the benchmark found.
 * @typedef {{ caption: string, columns: string[], rows: (string | number)[][] }} Table
 * @typedef {{ title: string, tables: Table[], notes: string[], data: unknown }} Part
 */

const directory = join(checkoutDirectory, 'bench/results');

/** Three figures are what a run is good for; "-" is what could not be measured here. */
export function figure(value) {
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return '-';
  if (value === 0) return '0';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en').replaceAll(',', ' ');
  return String(Number(value.toPrecision(3)));
}

/**
 * Prints a part, and leaves it as JSON and as Markdown in `bench/results`.
 * @param {string} name
 * @param {Part} part
 */
export function publish(name, part) {
  const text = markdown(part);
  process.stdout.write(`\n${text}`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${name}.json`), `${JSON.stringify(part, null, 2)}\n`);
  writeFileSync(join(directory, `${name}.md`), text);
}

/** @param {Part} part */
function markdown({ title, tables, notes }) {
  const parts = [`## ${title}`];
  for (const { caption, columns, rows } of tables) parts.push(caption, aligned([columns, ...rows]));
  if (notes.length > 0) parts.push(notes.map((note) => `- ${note}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** A Markdown table that is also readable as it stands: first column left, the others right. */
function aligned(rows) {
  const cells = rows.map((row) => row.map(figure));
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length), 3));
  const pad = (cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
  const lines = cells.map((row) => `| ${row.map(pad).join(' | ')} |`);
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
