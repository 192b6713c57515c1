import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { changesOf, type JsonObject } from './changes-of.js';
import { changesOfDocument, documentTree, touchesDocument } from './document-tree.js';
import { approve, given, invoice, place, startHandling } from './given.test-support.js';
import type { Order } from './order.js';
import { accept, ask, authorise, delivered, orderOf, receive, settle } from './returned.test-support.js';

const told = (order: Order): readonly string[] =>
  documentTree(order).map(({ document: { kind, id }, depth }) => `${'· '.repeat(depth)}${kind} ${id}`);

const warranty: Command = { type: 'add_document', documentType: 'warranty', custom: { serial: 'AB-1' } };
const memo: Command = { type: 'add_document', documentType: 'memo', parent: { kind: 'custom', id: '1' } };

describe('the documents of an order', () => {
  it('stand each right after what they hang under, payments with the money that moved on them first', () => {
    const order = orderOf(
      delivered()
        .when(ask('1', 2))
        .history.when(authorise())
        .history.when(receive())
        .history.when(accept('1', 2))
        .history.when(settle()).history,
    );
    const tree = told(order);
    expect(tree.slice(0, 2)).toEqual(['payment 1', '· capture 1']);
    expect(tree.slice(tree.indexOf('return 1'))).toEqual(['return 1', expect.stringMatching(/^· return_invoice /)]);
    expect(tree.filter((line) => line.includes('refund'))).toEqual(['· refund 1']);
    expect(new Set(tree).size).toBe(tree.length);
  });

  it('of the account hang under each other', () => {
    const order = orderOf(given(place(), approve, warranty, memo, { ...warranty, custom: { serial: 'AB-2' } }));
    expect(told(order).filter((line) => line.includes('custom'))).toEqual(['custom 1', '· custom 2', 'custom 3']);
  });
});

describe('what changed in one document', () => {
  const before = orderOf(given(place(), approve, startHandling));
  const after = orderOf(given(place(), approve, startHandling, invoice()));

  it('is what its own fields were and are, and nothing of the order around it', () => {
    const view = (status: string, due: number): JsonObject => ({
      amountDue: due,
      payments: [
        { id: '1', status },
        { id: '2', status },
      ],
      marks: [{ id: 'payment:1', kind: 'payment', documentId: '1', approved: status === 'captured' }],
    });
    const changes = changesOf(view('authorised', 100), view('captured', 0));
    expect(changesOfDocument(changes, { kind: 'payment', id: '1' }).map(({ path }) => path)).toEqual([
      '/payments/0/status',
      '/marks/0/approved',
    ]);
  });

  it('is asked of the events that touched it, its marks or its fields', () => {
    expect(touchesDocument(before, after, { kind: 'invoice', id: 'A-1' })).toBe(true);
    expect(touchesDocument(before, after, { kind: 'invoice', id: 'A-2' })).toBe(false);
    const marked = orderOf(
      given(place(), approve, startHandling, { type: 'mark_document', kind: 'payment', id: '1', approved: true }),
    );
    expect(touchesDocument(before, { ...before, carried: marked.carried }, { kind: 'payment', id: '1' })).toBe(true);
    expect(touchesDocument(before, before, { kind: 'payment', id: '1' })).toBe(false);
    expect(touchesDocument(null, before, { kind: 'payment', id: '1' })).toBe(true);
    expect(touchesDocument(null, before, { kind: 'payment', id: '9' })).toBe(false);
  });
});
