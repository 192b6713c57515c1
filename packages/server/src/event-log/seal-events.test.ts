import { describe, expect, it } from 'vitest';
import { hashOf, noHash, type SealedEvent } from './seal-events.js';

/**
 * The bytes that are hashed, frozen: both sums were computed outside of this program. If one changes, no log in the field
 * can be verified any more.
 */
const EVENT: Omit<SealedEvent, 'hash'> = {
  account: 'default',
  streamKind: 'order',
  streamId: '1480000500001-01',
  version: 2,
  type: 'payment_approved',
  schema: 1,
  actor: 'key:erp',
  at: '2026-03-02T12:01:00.000Z',
  reason: 'asked over the API',
  commandId: '0190a6c0-0000-7000-8000-000000000001',
  data: '{"paymentId":"1","authorised":12500,"captured":0,"confirmsStock":true,"moves":[]}',
  personal: Buffer.from('01aabbcc', 'hex'),
  prevHash: Buffer.alloc(32, 0x11),
};

describe('the hash of an event', () => {
  it('is the one that every log in the field was written with', () => {
    expect(hashOf(EVENT).toString('hex')).toBe('bf6a46ae8c0e1fdd5af667d811743dceb3d051e790acbb7c72811c867bcb4ccf');
    expect(hashOf({ ...EVENT, personal: null, prevHash: noHash }).toString('hex')).toBe(
      'd8855a7cd91d761014fde6f5dca7d60c59dc72846d8021309f0ef6a3a65a10cd',
    );
  });

  it.each([
    ['account', { account: 'other' }],
    ['stream', { streamId: '1480000500001-02' }],
    ['version', { version: 3 }],
    ['type', { type: 'payment_denied' }],
    ['shape', { schema: 2 }],
    ['actor', { actor: 'key:other' }],
    ['time', { at: '2026-03-02T12:01:00.001Z' }],
    ['reason', { reason: 'another' }],
    ['command', { commandId: '0190a6c0-0000-7000-8000-000000000002' }],
    ['data', { data: '{}' }],
    ['personal part', { personal: Buffer.from('01aabbcd', 'hex') }],
    ['event before', { prevHash: Buffer.alloc(32, 0x12) }],
  ])('changes with the %s', (_, change) => {
    expect(hashOf({ ...EVENT, ...change })).not.toEqual(hashOf(EVENT));
  });
});
