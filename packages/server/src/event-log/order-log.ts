import type { Order } from '@docket/core/order/order';
import { type EventLog, readSealedEvents } from './read-events.js';
import type { SealedEvent } from './seal-events.js';

/** Raised when a line of the export changes its fields or their order: a verifier knows the format by it. */
const FORMAT_VERSION = 1;

/** Events of one run. An event of an order of 5,000 lines has up to 2.5 MB. */
const RUN = 20;

/**
 * The log of an order for somebody who trusts nobody, as JSON Lines: a header, then every event up to the version that was
 * loaded, with the exact text that was hashed. Personal parts stay encrypted, so a log that was kept proves the same after
 * the person was forgotten, and says as little. `public/verify-order-log.mjs` checks it: each line must be exactly this
 * JSON, so no byte of the export is without meaning.
 */
export async function* orderLog(log: EventLog, { head }: Order): AsyncGenerator<string, void, undefined> {
  const { account, orderId, version } = head;
  const [last] = await readSealedEvents(log, account, orderId, { from: version, to: version });
  if (last === undefined) throw new Error(`the log of order ${orderId} ends before version ${version}`);
  yield logHeader(last);
  for (let from = 1; from <= version; from += RUN) {
    const events = await readSealedEvents(log, account, orderId, { from, to: Math.min(version, from + RUN - 1) });
    yield events.map(logLine).join('');
  }
}

/** The first line of an export that ends with this event. */
export const logHeader = ({ account, streamKind, streamId, version, hash }: SealedEvent): string =>
  line({
    format: 'docket-order-log',
    formatVersion: FORMAT_VERSION,
    account,
    streamKind,
    streamId,
    events: version,
    lastHash: hash.toString('hex'),
  });

/** An event as a line of an export: what was hashed but for what the header says, and the hashes. */
export const logLine = (event: SealedEvent): string =>
  line({
    version: event.version,
    type: event.type,
    schema: event.schema,
    actor: event.actor,
    at: event.at,
    reason: event.reason,
    commandId: event.commandId,
    data: event.data,
    personal: event.personal === null ? null : event.personal.toString('base64'),
    prevHash: event.prevHash.toString('hex'),
    hash: event.hash.toString('hex'),
  });

const line = (fields: object): string => `${JSON.stringify(fields)}\n`;
