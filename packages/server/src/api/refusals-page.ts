import { REFUSED_BY } from '@docket/core/order/refused-by';
import type { RefusalText } from '@docket/core/order/refusal-text';
import { REFUSALS, type RefusalCode } from '@docket/core/order/refusals';
import type { FastifyInstance } from 'fastify';
import { COMMAND_ROUTES } from './native/command-routes.js';
import { CONSIGNMENT_COMMAND_ROUTES } from './native/consignment-routes.js';
import { describe, type ProblemCode, sendProblem } from './problem.js';
import { REQUEST_PROBLEMS, type RequestProblemCode } from './request-problems.js';

interface Entry extends RefusalText {
  readonly code: ProblemCode;
  readonly status: number;
}

const entriesOf = (codes: readonly ProblemCode[]): readonly Entry[] =>
  codes.map((code) => ({ code, ...describe(code) })).sort((a, b) => (a.code < b.code ? -1 : 1));

const ofOrders = (): readonly Entry[] => entriesOf(Object.keys(REFUSALS) as RefusalCode[]);
const ofRequests = (): readonly Entry[] => entriesOf(Object.keys(REQUEST_PROBLEMS) as RequestProblemCode[]);

const SENTENCES = {
  retry: 'The very same request may pass later.',
  noRetry: 'The very same request will not pass later: something in it, or in the order, has to change first.',
};

/** The index `docs/reference/refusals.md`. */
export function renderRefusalsPage(): string {
  return [
    '# Refusals',
    '',
    'Every refusal is problem details (RFC 9457) with a stable `code`, and `type` leads to the page of the code.',
    '`pointer` names the field, `details` the figures. Where a body has several faults, `errors` lists them with their',
    'pointers, 20 at most. `retry` says whether the very same request may pass later. These pages are made from the',
    'catalogues by `npm run docs`; a running server shows them under `/docs/refusals`.',
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
      `| [\`${code}\`](refusals/${code}.md) | ${status} | ${retry ? 'yes' : 'no'} | ${meaning} | ${remedy} |`,
  ),
];

/** The pages `docs/reference/refusals/<code>.md`, by code. */
export function renderRefusalPages(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...ofOrders(), ...ofRequests()].map(({ code, status, meaning, cause, remedy, retry }) => [
      code,
      [
        `# ${code}`,
        '',
        meaning,
        '',
        `- **Status:** ${status}`,
        `- **Cause:** ${cause}`,
        `- **Remedy:** ${remedy}`,
        `- **Retry:** ${retry ? SENTENCES.retry : SENTENCES.noRetry}`,
        `- **Given by:** ${givenBy(code, status)}`,
        '',
        '[All refusals](../refusals.md)',
        '',
      ].join('\n'),
    ]),
  );
}

/** Statuses that any route may answer, whatever it does. */
const EVERYWHERE: readonly number[] = [400, 401, 403, 404, 405, 408, 413, 415, 429, 431, 500, 501, 503];

function givenBy(code: ProblemCode, status: number): string {
  if (!isRefusalCode(code)) {
    return EVERYWHERE.includes(status)
      ? 'any route to which it can apply.'
      : `the routes whose operation in the OpenAPI document answers ${status}.`;
  }
  const commands = REFUSED_BY[code];
  if (commands === 'any') return 'any command on an order.';
  return `${commands.map((command) => `\`${command}\`${routeOf(command)}`).join(', ')}.`;
}

function routeOf(command: string): string {
  if (command === 'place') return ' (`POST /orders`)';
  if (command === 'import_order') return ' (records of an import)';
  const together = CONSIGNMENT_COMMAND_ROUTES.find((row) => row.command === command);
  if (together !== undefined) return ` (\`${together.method} /consignments${braced(together.path)}\`)`;
  const route = COMMAND_ROUTES.find((row) => row.command === command);
  return route === undefined
    ? ' (sent by Docket itself)'
    : ` (\`${route.method} /orders/{orderId}${braced(route.path)}\`)`;
}

const braced = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(REFUSALS, code);

const htmlOf = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`;

/** `/docs/refusals` and `/docs/refusals/<code>`, where the `type` of a problem leads. Plain HTML without script or style. */
export function serveRefusalsPage(app: FastifyInstance): void {
  const entries = [...ofOrders(), ...ofRequests()];
  // The ids are what the `type` of a problem pointed to in version 0.1.
  const rows = entries.map(
    ({ code, status, meaning, remedy, retry }) =>
      `<dt id="${code}"><a href="/docs/refusals/${code}"><code>${code}</code></a> (${status}${retry ? ', may pass later' : ''})</dt><dd>${meaning} ${remedy}</dd>`,
  );
  const index = htmlOf('Refusals of Docket', `<dl>${rows.join('')}</dl>`);
  const pages = new Map(entries.map((entry): [string, string] => [entry.code, pageOf(entry)]));
  const html = { 'content-security-policy': "default-src 'none'", 'content-type': 'text/html; charset=utf-8' };

  app.get('/docs/refusals', { schema: { hide: true } }, (_request, reply) => reply.headers(html).send(index));
  app.get<{ Params: { code: string } }>('/docs/refusals/:code', { schema: { hide: true } }, (request, reply) => {
    const page = pages.get(request.params.code);
    return page === undefined ? sendProblem(reply, 'route_not_found') : reply.headers(html).send(page);
  });
}

function pageOf({ code, status, meaning, cause, remedy, retry }: Entry): string {
  const facts: readonly (readonly [string, string])[] = [
    ['Status', String(status)],
    ['Cause', cause],
    ['Remedy', remedy],
    ['Retry', retry ? SENTENCES.retry : SENTENCES.noRetry],
    ['Given by', givenBy(code, status).replaceAll(/`([^`]*)`/g, '<code>$1</code>')],
  ];
  const rows = facts.map(([name, text]) => `<dt>${name}</dt><dd>${text}</dd>`);
  return htmlOf(code, `<p>${meaning}</p><dl>${rows.join('')}</dl><p><a href="/docs/refusals">All refusals</a></p>`);
}
