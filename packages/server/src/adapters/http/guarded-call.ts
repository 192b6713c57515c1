import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { OutgoingCall, OutgoingCaller, PostOutcome } from '@docket/core/ports';
import { isPublicAddress } from './public-address.js';

/**
 * Calls addresses that accounts name. The name is resolved once, every address it has must be one of the Internet, and
 * that very address is connected to: a name that says something else a moment later leads nowhere else. Redirects are
 * answers like any other. `privateToo`: addresses inside our network and plain HTTP are called as well. `ours`: so is this
 * one origin alone, which we listen on ourselves.
 */
export function createGuardedCaller({
  privateToo: allPrivate,
  ours = null,
}: {
  readonly privateToo: boolean;
  readonly ours?: string | null;
}): OutgoingCaller {
  const mayBePrivate = (url: string): boolean => allPrivate || (ours !== null && new URL(url).origin === ours);
  const refuses: OutgoingCaller['refuses'] = (url) => {
    if (!URL.canParse(url)) return 'url_invalid';
    const { protocol, hostname, username, password } = new URL(url);
    const privateToo = mayBePrivate(url);
    if (username !== '' || password !== '') return 'url_invalid';
    if (protocol !== 'https:' && !(privateToo && protocol === 'http:')) return 'url_invalid';
    const bare = bareHost(hostname);
    return !privateToo && isIP(bare) !== 0 && !isPublicAddress(bare) ? 'address_private' : null;
  };

  async function addressOf(url: string): Promise<string | { readonly reason: string }> {
    const bare = bareHost(new URL(url).hostname);
    if (isIP(bare) !== 0) return bare;
    const found = await lookup(bare, { all: true }).catch(() => []);
    const [first] = found;
    if (first === undefined) return { reason: 'address_unknown' };
    if (!mayBePrivate(url) && !found.every(({ address }) => isPublicAddress(address)))
      return { reason: 'address_private' };
    return first.address;
  }

  return {
    refuses,
    async call(call) {
      const refused = refuses(call.url);
      if (refused !== null) return { answered: false, reason: refused };
      const signal = AbortSignal.timeout(call.millis);
      const ended = new Promise<{ readonly reason: string }>((resolve) =>
        signal.addEventListener('abort', () => resolve({ reason: 'timeout' }), { once: true }),
      );
      // The resolver of the system cannot be interrupted.
      const address = await Promise.race([addressOf(call.url), ended]);
      if (typeof address === 'object') return { answered: false, ...address };
      return send(call, address, signal);
    },
  };
}

const bareHost = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

function send(call: OutgoingCall, address: string, signal: AbortSignal): Promise<PostOutcome> {
  const { url, method, headers, body, answerBytes } = call;
  return new Promise((resolve) => {
    const { protocol, hostname, host, port, pathname, search } = new URL(url);
    const fail = (error: NodeJS.ErrnoException): void => resolve({ answered: false, reason: reasonOf(error, signal) });
    const request = (protocol === 'https:' ? httpsRequest : httpRequest)({
      method,
      host: address,
      ...(port === '' ? {} : { port }),
      path: pathname + search,
      // The certificate is that of the name, whatever address it has.
      ...(isIP(bareHost(hostname)) === 0 ? { servername: hostname } : {}),
      headers: { ...headers, host, ...(method === 'GET' ? {} : { 'content-length': Buffer.byteLength(body) }) },
      agent: false,
      signal,
    });
    request.on('error', fail);
    request.on('response', (response) => {
      read(response, answerBytes).then(
        (text) => resolve({ answered: true, status: response.statusCode ?? 0, text }),
        fail,
      );
    });
    request.end(method === 'GET' ? undefined : body);
  });
}

/** The beginning of an answer; what comes after it is not waited for. */
async function read(response: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= most) break;
  }
  response.destroy();
  return Buffer.concat(chunks).subarray(0, most).toString().replaceAll('\0', ' ');
}

function reasonOf({ code = '' }: NodeJS.ErrnoException, signal: AbortSignal): string {
  if (signal.aborted) return 'timeout';
  return /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code) ? 'tls_failed' : 'connection_failed';
}
