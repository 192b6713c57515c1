import { describe, expect, it } from 'vitest';
import type { AddDocument, ChangeDocument, Command } from './commands.js';
import { changesOf, type JsonObject } from './changes-of.js';
import { fieldValues, orderFields } from './custom-field-changes.js';
import { describeDocuments } from './document-kinds.js';
import { redact } from './evolve.js';
import { approve, given, historyOf, place } from './given.test-support.js';
import type { Order } from './order.js';

const add = (changes: Partial<AddDocument> = {}): AddDocument => ({
  type: 'add_document',
  documentType: 'warranty',
  custom: { serial: 'AB-1', owner: 'Ana' },
  ...changes,
});
const change = (changes: Partial<ChangeDocument>): ChangeDocument => ({
  type: 'change_document',
  documentId: '1',
  ...changes,
});
const only = (order: Order | null) => order?.documents.custom['1'];

describe('a document that the account made', () => {
  it('gets the next number of its series, the first status, and hangs under the order', () => {
    const { order } = given(place(), add({ comment: 'for the mug', amount: 900, outerId: 'X-1' }));
    expect(only(order)).toMatchObject({
      type: 'warranty',
      number: 'WA-00001',
      status: 'open',
      parent: null,
      approved: false,
      amount: 900,
      outerId: 'X-1',
      comment: 'for the mug',
      custom: { plain: { serial: 'AB-1' }, personal: { owner: 'Ana' } },
      cancelledAt: null,
    });
  });

  it('without a series is numbered by its order', () => {
    const { order } = given(place(), add({ documentType: 'memo', custom: {} }));
    expect(only(order)?.number).toBe('1480000500001-01-1');
  });

  it('changes neither money, nor stock, nor steps', () => {
    const before = given(place(), approve);
    const { history } = before
      .when(add({ amount: 900 }))
      .then('document_added')
      .moves();
    expect(history.claims).toEqual(before.claims);
    expect(history.order?.head.ledger).toEqual(before.order?.head.ledger);
  });

  it.each([
    ['of no type of the account', add({ documentType: 'invoice' }), 'document_type_unknown', '/documentType'],
    ['of a type that is used no more', add({ documentType: 'old_memo' }), 'document_type_unknown', '/documentType'],
    [
      'under a document that is not there',
      add({ parent: { kind: 'invoice', id: 'A-1' } }),
      'parent_unknown',
      '/parent/id',
    ],
    [
      'under one that its type does not name',
      add({ parent: { kind: 'payment', id: '1' } }),
      'parent_unknown',
      '/parent/kind',
    ],
    ['in a status of another type', add({ status: 'paid' }), 'document_status_unknown', '/status'],
    ['of an amount in fractions', add({ amount: 1.5 }), 'amount_invalid', '/amount'],
    ['without what its type requires', add({ custom: {} }), 'custom_field_invalid', '/custom/serial'],
    [
      'with a field that its type lacks',
      add({ custom: { serial: 'A', size: 1 } }),
      'custom_field_invalid',
      '/custom/size',
    ],
  ] as const)('is refused %s', (_what, command, code, pointer) => {
    given(place()).when(command).refused(code, pointer);
  });

  it('hangs under another of its kind, and under an invoice', () => {
    const { order } = given(
      place({ workflow: 'free' }),
      { type: 'issue_invoice', number: 'A-1', value: 12_500 },
      add({ parent: { kind: 'invoice', id: 'A-1' } }),
      add({ documentType: 'memo', custom: {}, parent: { kind: 'custom', id: '1' } }),
    );
    expect(order?.documents.custom['2']?.parent).toEqual({ kind: 'custom', id: '1' });
    expect(describeDocuments(order as Order).map(({ type, number }) => `${type} ${number ?? '-'}`)).toEqual([
      'payment 1480000500001-01-P1',
      'invoice A-1',
      'warranty WA-00001',
      'memo 1480000500001-01-2',
    ]);
  });

  it('is not there twice under one number, and not more often than its type allows', () => {
    given(place(), add({ number: 'W1' }))
      .when(add({ number: 'W1' }))
      .refused('document_exists', '/number');
    given(place(), add({ documentType: 'memo', custom: {} }), add({ documentType: 'memo', custom: {} }))
      .when(add({ documentType: 'memo', custom: {} }))
      .refused('too_many', '/documentType');
  });

  it('moves as its type says, and a status that locks keeps everything else as it is', () => {
    const granted = given(place(), add(), change({ status: 'granted', custom: { serial: 'AB-2' } }));
    expect(only(granted.order)).toMatchObject({ status: 'granted', custom: { plain: { serial: 'AB-2' } } });
    granted.when(change({ comment: 'late' })).refused('document_locked', '/documentId');
    granted.when(change({ status: 'open' })).refused('document_status_forbidden', '/status');
    granted.when(change({ status: 'gone' })).refused('document_status_unknown', '/status');
    granted.when(change({ status: 'granted', custom: { serial: 'AB-2' } })).then();
  });

  it('records what changes and no more', () => {
    const { answer } = given(place(), add()).when(
      change({ approved: true, amount: null, custom: { serial: 'AB-1', owner: null } }),
    );
    expect(answer).toMatchObject({
      events: [{ data: { documentId: '1', approved: true }, personal: { custom: { owner: null } } }],
    });
    const recorded = 'events' in answer ? answer.events[0]?.data : undefined;
    expect(Object.keys(recorded ?? {})).toEqual(['documentId', 'approved']);
  });

  it('that is cancelled stays as it was', () => {
    const cancelled = given(place(), add(), { type: 'cancel_document', documentId: '1', reason: 'not wanted' });
    expect(only(cancelled.order)).toMatchObject({ status: 'open', cancelReason: 'not wanted' });
    expect(describeDocuments(cancelled.order as Order).at(-1)?.state).toBe('cancelled');
    cancelled.when(change({ comment: 'x' })).refused('document_cancelled');
    cancelled.when({ type: 'cancel_document', documentId: '1' }).then();
    cancelled.when({ type: 'cancel_document', documentId: '9' }).refused('document_not_found', '/documentId');
  });

  it('loses what is personal with its person, and takes nothing personal any more', () => {
    const forgotten = given(place(), add({ comment: 'Ana called' }), { type: 'forget_person' });
    expect(only(forgotten.order)).toMatchObject({ comment: null, custom: { plain: { serial: 'AB-1' }, personal: {} } });
    expect(redact(given(place(), add({ comment: 'Ana called' })).order as Order).documents).toEqual(
      forgotten.order?.documents,
    );
    forgotten.when(change({ comment: 'x' })).refused('order_forgotten');
    forgotten.when(change({ custom: { owner: 'Bo' } })).refused('order_forgotten', '/custom');
    forgotten.when(change({ custom: { serial: 'AB-9' } })).then('document_changed');
  });
});

describe('what was found by looking for faults', () => {
  const set = (custom: object): Command => ({ type: 'set_custom_fields', target: 'order', custom }) as Command;

  it('whatever an order was placed with may be sent back as it is', () => {
    const deep = { deep: { a: 1 }, list: [1, { b: 2 }] };
    given(place({ custom: deep }))
      .when(set(deep))
      .then();
    given(place({ custom: { gift: null } }))
      .when(set({ gift: true }))
      .then('custom_fields_set');
  });

  it('a required value of a person is not asked for once the person is forgotten', () => {
    const forgotten = given(place(), add({ documentType: 'deed', custom: { owner: 'Ana' } }), {
      type: 'forget_person',
    });
    forgotten.when(change({ custom: { plot: '7' } })).then('document_changed');
    forgotten.when(add({ documentType: 'deed', custom: { plot: '8' } })).then('document_added');
  });

  it('a status that its type has no more can be left', () => {
    const { order, log, claims, at } = given(place(), add());
    const document = order?.documents.custom['1'];
    if (order === null || document === undefined) throw new Error('no document');
    const stuck = { ...order.documents, custom: { '1': { ...document, status: 'gone' } } };
    historyOf({ ...order, documents: stuck }, log, claims, at)
      .when(change({ status: 'granted' }))
      .then('document_changed');
  });

  it('values are bounded, of one document and of all', () => {
    const text = 'x'.repeat(10_000);
    const long = {
      serial: 'A',
      ...Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => [name, text])),
    };
    given(place())
      .when(add({ documentType: 'novel', custom: long }))
      .refused('too_many', '/custom');
    const { a, b, c, d, e, f } = long as Record<string, string>;
    const chapter = add({
      documentType: 'novel',
      custom: { a: a ?? '', b: b ?? '', c: c ?? '', d: d ?? '', e: e ?? '', f: f ?? '' },
    });
    let history = given(place());
    for (let count = 0; count < 33; count += 1) history = history.when(chapter).then('document_added').history;
    history.when(chapter).refused('too_many', '/custom');
  });
});

describe('fields of the account', () => {
  const set = (target: 'order' | 'line' | 'payment', custom: object, id?: string): Command =>
    ({ type: 'set_custom_fields', target, custom, ...(id === undefined ? {} : { id }) }) as Command;

  it('are set on the order, beside and in the place of what it was placed with', () => {
    const { order } = given(
      place({ custom: { nickname: 'Nina', wrapping: 'none', deep: { a: 1 } } }),
      set('order', { wrapping: 'cloth', gift: true }),
      set('order', { nickname: null }),
    );
    expect(orderFields((order as Order).carried)).toEqual({ deep: { a: 1 }, wrapping: 'cloth', gift: true });
    expect(order?.carried.fields['order']).toEqual({ plain: { wrapping: 'cloth' }, personal: { gift: true } });
  });

  it('are set on a line and a payment', () => {
    const { order } = given(place(), set('line', { engraving: 'For Ana' }, '2'), set('payment', { terminal: 7 }, '1'));
    expect(fieldValues((order as Order).carried, 'line', '2').personal).toEqual({ engraving: 'For Ana' });
    expect(fieldValues((order as Order).carried, 'line', '1').personal).toEqual({});
    expect(fieldValues((order as Order).carried, 'payment', '1').plain).toEqual({ terminal: 7 });
  });

  it.each([
    ['of a line that is not there', set('line', { engraving: 'x' }, '9'), 'target_unknown', '/id'],
    ['of a line that is not named', set('line', { engraving: 'x' }), 'target_unknown', '/target'],
    ['of the order under an id', set('order', { gift: true }, '1'), 'target_unknown', '/id'],
    ['that are not defined', set('order', { size: 4 }), 'custom_field_invalid', '/custom/size'],
    ['of another type', set('order', { gift: 'yes' }), 'custom_field_invalid', '/custom/gift'],
  ] as const)('are refused %s', (_what, command, code, pointer) => {
    given(place()).when(command).refused(code, pointer);
  });

  it('stand in the history of the order one by one', () => {
    const before = {
      custom: { wrapping: 'cloth' },
      documents: [{ id: '1', custom: { serial: 'A' } }],
    } satisfies JsonObject;
    const after = {
      custom: { wrapping: 'paper' },
      documents: [{ id: '1', custom: { serial: 'B' } }],
    } satisfies JsonObject;
    expect(changesOf(before, after).map(({ path, label, before, after }) => [path, label, before, after])).toEqual([
      ['/custom/wrapping', 'Custom field wrapping', 'cloth', 'paper'],
      ['/documents/0/custom/serial', 'Document 1: custom serial', 'A', 'B'],
    ]);
  });
});
