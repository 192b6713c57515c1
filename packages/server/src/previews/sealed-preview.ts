import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Facts, OrderIdentity } from '@docket/core/order/decision';
import type { Order } from '@docket/core/order/order';
import type { Refusal } from '@docket/core/order/refusals';
import type { Envelope } from '../execute.js';
import { open, seal } from '../personal-data/keys.js';
import type { Effects } from './effects.js';

/** Everything that is kept of a preview: what was asked, what it was decided on, what came out. */
export interface PreviewContent {
  readonly asked: Pick<Envelope, 'orderId' | 'command' | 'actor' | 'reason' | 'expectedVersion'>;
  readonly facts: Facts;
  readonly identity: OrderIdentity | null;
  readonly documentSequence: number | null;
  /** Versions of the orders that it was decided on, by id. */
  readonly baseVersions: Readonly<Record<string, number>>;
  /** ISO 8601: when it was decided. */
  readonly at: string;
  /** The order as it would be. */
  readonly order: Order;
  readonly effects: Effects;
  /** Orders among them that who asked may not see. */
  readonly hidden: readonly string[];
  /** What would be refused if it were committed now and nothing changed. */
  readonly warnings: readonly Refusal[];
}

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Deflated, since what is sealed compresses no more: a preview of a 5,000-line order is some 6 MB of JSON. */
export async function sealPreview(content: PreviewContent, token: string, account: string): Promise<Buffer> {
  const text = JSON.stringify({ ...content, facts: JSON.stringify(content.facts, mapsAsEntries) });
  return seal(keyOf(token), await deflate(text), account);
}

/** @throws when token or account are not those it was sealed for. */
export async function openPreview(sealed: Buffer, token: string, account: string): Promise<PreviewContent> {
  const text = (await inflate(open(keyOf(token), sealed, account))).toString();
  const content = JSON.parse(text) as PreviewContent & { facts: string };
  return { ...content, facts: JSON.parse(content.facts, entriesAsMaps) as Facts };
}

const keyOf = (token: string): Buffer => Buffer.from(hkdfSync('sha256', token, '', 'docket preview 1', 32));

/** Facts that are maps. Beside them stand definitions of the account, in which a choice may be called anything. */
const MAPS: ReadonlySet<string> = new Set(['products', 'shippingMethods'] satisfies (keyof Facts)[]);
const MAP = '$map';

function mapsAsEntries(_key: string, value: unknown): unknown {
  return value instanceof Map ? { [MAP]: [...value] } : value;
}

function entriesAsMaps(key: string, value: unknown): unknown {
  const isMap = MAPS.has(key) && typeof value === 'object' && value !== null && MAP in value;
  return isMap ? new Map(value[MAP] as [unknown, unknown][]) : value;
}
