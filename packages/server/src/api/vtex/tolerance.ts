import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callerOf } from '../auth.js';
import { freeJsonProblem, unstorableText } from '../json-body.js';
import { RequestProblem } from '../problem.js';
import { queryOf, textOf } from './reading.js';

/**
 * Reads every body as JSON, whatever its content type says, and none as none (vtex-oms §0.1, §10.4). What could not be
 * stored is refused all the same.
 */
export function readAnyBody(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  const parse = scope.getDefaultJsonParser('remove', 'remove');
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    if (!isUtf8(bytes)) throw new RequestProblem('encoding_invalid');
    const text = bytes.toString().trim();
    let body: unknown = null;
    if (text !== '') {
      void parse(request, text, (error, parsed) => {
        body = error === null ? parsed : error;
      });
      if (body instanceof Error) throw new RequestProblem('json_invalid');
      const bad = unstorableText(text, body);
      if (bad !== null) throw new RequestProblem('text_invalid', { pointer: bad });
      const problem = freeJsonProblem(body);
      if (problem !== null) throw new RequestProblem('request_invalid', { detail: `The body ${problem}.` });
    }
    done(null, body);
  });
}

/** VTEX's own hosts, should they be pointed here by name (vtex-oms §0.1). */
const VTEX_HOST = /^([a-z0-9-]+)\.(?:vtexcommerce(?:stable|beta)\.com\.br|myvtex\.com)(?::\d+)?$/i;

/**
 * The key says which account is meant. Where the host or the query names one as well (vtex-oms §0.1), it must be that one:
 * a connector that means another account must not write into this one. Refusal: account_not_permitted, as 404 (§10.2 row
 * 36).
 */
export function assertAccountMeant(request: FastifyRequest): void {
  const query = queryOf(request.query);
  const named =
    VTEX_HOST.exec(request.headers.host ?? '')?.[1] ?? textOf(query, 'an') ?? textOf(query, 'accountName') ?? undefined;
  if (named === undefined || named === callerOf(request).account) return;
  throw new RequestProblem('order_not_found', { detail: 'The key is not of the account that the request names.' });
}
