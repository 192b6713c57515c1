import { REFUSALS, type RefusalCode } from '@docket/core/order/refusals';
import type { FastifyInstance } from 'fastify';
import { PERMISSIONS } from '../access/permissions.js';
import { describe, type ProblemCode } from './problem.js';
import { REQUEST_PROBLEMS, type RequestProblemCode } from './request-problems.js';

interface Entry {
  readonly code: ProblemCode;
  readonly status: number;
  readonly meaning: string;
  readonly remedy: string;
  readonly retry: boolean;
}

const entriesOf = (codes: readonly ProblemCode[]): readonly Entry[] =>
  codes.map((code) => ({ code, ...describe(code) })).sort((a, b) => (a.code < b.code ? -1 : 1));

const ofOrders = (): readonly Entry[] => entriesOf(Object.keys(REFUSALS) as RefusalCode[]);
const ofRequests = (): readonly Entry[] => entriesOf(Object.keys(REQUEST_PROBLEMS) as RequestProblemCode[]);

/** The page `docs/reference/refusals.md`. */
export function renderRefusalsPage(): string {
  return [
    '# Refusals',
    '',
    'Every refusal is problem details (RFC 9457) with a stable `code`. `pointer` names the field, `details` the figures.',
    '`retry` says whether the very same request may pass later. This page is made from the catalogues by `npm run docs`.',
    '',
    '## Of orders',
    '',
    ...table(ofOrders()),
    '',
    '## Of requests',
    '',
    ...table(ofRequests()),
    '',
  ].join('\n');
}

const table = (entries: readonly Entry[]): readonly string[] => [
  '| code | status | retry | meaning | what to do |',
  '| --- | --- | --- | --- | --- |',
  ...entries.map(
    ({ code, status, retry, meaning, remedy }) =>
      `| \`${code}\` | ${status} | ${retry ? 'yes' : 'no'} | ${meaning} | ${remedy} |`,
  ),
];

/** The page `docs/reference/permissions.md`. */
export function renderPermissionsPage(): string {
  return [
    '# Permissions',
    '',
    'A key holds a list of these, or `*` for all. Every route asks for one. Made from the list in the code by',
    '`npm run docs`.',
    '',
    '| permission | lets a key |',
    '| --- | --- |',
    ...Object.entries(PERMISSIONS).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`),
    '',
  ].join('\n');
}

/** `/docs/refusals`: where the `type` of a problem leads. Plain HTML without script or style. */
export function serveRefusalsPage(app: FastifyInstance): void {
  const rows = [...ofOrders(), ...ofRequests()].map(
    ({ code, status, meaning, remedy, retry }) =>
      `<dt id="${code}"><code>${code}</code> (${status}${retry ? ', may pass later' : ''})</dt><dd>${meaning} ${remedy}</dd>`,
  );
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Refusals of Docket</title><h1>Refusals</h1><dl>${rows.join('')}</dl></html>`;
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/docs'));
  app.get('/docs/refusals', { schema: { hide: true } }, (_request, reply) =>
    reply.header('content-security-policy', "default-src 'none'").type('text/html; charset=utf-8').send(page),
  );
}
