import { createHash, randomUUID } from 'node:crypto';
import { CONSIGNMENT_EVENT_SCHEMA } from '@docket/core/consignment/consignment-events';
import { EVENT_SCHEMA } from '@docket/core/order/upcast';
import { open, seal } from '../personal-data/keys.js';

/** The stream an event belongs to. */
export interface Stream {
  readonly account: string;
  /** `order` or `consignment`; later `purchase`, `statement`. */
  readonly streamKind: string;
  readonly streamId: string;
}

/** What stands beside every event of one decision. */
export interface Occasion {
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
  readonly commandId: string;
}

/** An event as it is stored: the exact text that was hashed, and the personal part encrypted. */
export interface SealedEvent extends Stream, Occasion {
  readonly version: number;
  readonly type: string;
  /** Shape number of `data` and `personal`. */
  readonly schema: number;
  readonly data: string;
  readonly personal: Buffer | null;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}

const schemas: Readonly<Record<string, number>> = { ...EVENT_SCHEMA, ...CONSIGNMENT_EVENT_SCHEMA };

/** Hash before the first event of a stream. */
export const noHash = Buffer.alloc(0);

export const newCommandId = (): string => randomUUID();

interface Sealing {
  readonly stream: Stream;
  /** Version of the stream before these events; 0 where it is new. */
  readonly after: number;
  readonly prevHash: Buffer;
  readonly occasion: Occasion;
  /** Null once the subject was forgotten: then an event with a personal part is a bug. */
  readonly key: Buffer | null;
  readonly events: readonly { readonly type: string; readonly data: unknown; readonly personal: unknown }[];
}

/** Numbers, encrypts and chains the events of one decision. */
export function sealEvents({ stream, after, prevHash, occasion, key, events }: Sealing): SealedEvent[] {
  let last = prevHash;
  return events.map((event, index) => {
    const version = after + 1 + index;
    // One literal, its hash filled in afterwards: spreads of these objects cost as much as hashing them.
    const sealed = {
      account: stream.account,
      streamKind: stream.streamKind,
      streamId: stream.streamId,
      at: occasion.at,
      actor: occasion.actor,
      reason: occasion.reason,
      commandId: occasion.commandId,
      version,
      type: event.type,
      schema: schemas[event.type] ?? 1,
      data: JSON.stringify(event.data),
      personal: sealPersonal(stream, version, key, event.personal),
      prevHash: last,
      hash: noHash as Buffer,
    };
    last = sealed.hash = hashOf(sealed);
    return sealed;
  });
}

/**
 * sha256(prev_hash ‖ header ‖ data ‖ personal). The header is the JSON array `[account, stream kind, stream id, version,
 * type, schema, actor, at, reason, command id]`; header and data end in a line feed, which JSON never holds unescaped, so
 * no two events have the same bytes. `personal` is the ciphertext, so the chain stays valid when its key is destroyed.
 */
export function hashOf(event: Omit<SealedEvent, 'hash'>): Buffer {
  const { account, streamKind, streamId, version, type, schema, actor, at, reason, commandId } = event;
  const header = JSON.stringify([account, streamKind, streamId, version, type, schema, actor, at, reason, commandId]);
  const hash = createHash('sha256').update(event.prevHash).update(`${header}\n${event.data}\n`);
  if (event.personal !== null) hash.update(event.personal);
  return hash.digest();
}

function sealPersonal(stream: Stream, version: number, key: Buffer | null, personal: unknown): Buffer | null {
  if (personal === null || personal === undefined) return null;
  if (key === null) throw new Error(`${stream.streamId} has no key for a personal part`);
  return seal(key, JSON.stringify(personal), contextOf(stream, version));
}

/** The personal part of a stored event, parsed; null where there is none or its key is gone. */
export function openPersonal(stream: Stream, version: number, key: Buffer | null, personal: Buffer | null): unknown {
  if (personal === null || key === null) return null;
  return JSON.parse(open(key, personal, contextOf(stream, version)).toString()) as unknown;
}

const contextOf = (stream: Stream, version: number): string =>
  `${stream.account}\n${stream.streamKind}\n${stream.streamId}\n${version}`;
