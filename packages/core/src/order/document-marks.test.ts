import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { describeDocuments } from './document-kinds.js';
import { marksOf } from './document-marks.js';
import { redact } from './evolve.js';
import { approve, given, invoice, place, startHandling } from './given.test-support.js';
import type { Order } from './order.js';

const mark = (words: object): Command => ({ type: 'mark_document', kind: 'payment', id: '1', ...words });
const orderOf = (history: { readonly order: Order | null }): Order => history.order as Order;

describe('what people say of a built-in document', () => {
  it('is that it is approved, its id in another system and a comment; what is absent stays', () => {
    const seen = mark({ approved: true, outerId: 'ERP-7', comment: 'seen on the account' });
    given(place(), approve).when(seen).then('document_marked');
    const marked = given(place(), approve, seen, mark({ comment: null }));
    expect(marksOf(orderOf(marked).carried, 'payment', '1')).toEqual({
      approved: true,
      outerId: 'ERP-7',
      comment: null,
    });
  });

  it('has no effect where it is so already', () => {
    given(place(), approve, mark({ approved: true }))
      .when(mark({ approved: true }))
      .then();
  });

  it('changes no money, no step and no document', () => {
    const before = orderOf(given(place(), approve));
    const after = orderOf(given(place(), approve, mark({ approved: true, outerId: 'ERP-7' })));
    expect(after.documents).toEqual(before.documents);
    expect(after.head.ledger).toEqual(before.head.ledger);
    expect(after.head.instances).toEqual(before.head.instances);
  });

  it('is found by the id in the other system, which stands before the document’s own', () => {
    const order = orderOf(given(place(), approve, mark({ outerId: 'ERP-7' })));
    expect(describeDocuments(order)).toMatchObject([{ kind: 'payment', outerId: 'ERP-7' }]);
    expect(describeDocuments(order)[0]?.searchTerms).toContain('ERP-7');
  });

  it('is of that document alone', () => {
    const order = orderOf(
      given(place(), approve, startHandling, invoice(), {
        ...mark({ approved: true }),
        kind: 'invoice',
        id: 'A-1',
      } as Command),
    );
    expect(marksOf(order.carried, 'payment', '1').approved).toBe(false);
  });

  it('is refused of a document that the order has not', () => {
    given(place(), approve)
      .when(mark({ id: '9', approved: true }))
      .refused('document_not_found');
    given(place(), approve)
      .when(mark({ id: 'constructor', approved: true }))
      .refused('document_not_found');
  });

  it('loses its comment when the person is forgotten, and takes none after that', () => {
    const marked = given(place(), approve, mark({ approved: true, comment: 'Ana paid twice' }));
    expect(marksOf(redact(orderOf(marked)).carried, 'payment', '1')).toMatchObject({ approved: true, comment: null });
    given(place(), approve, { type: 'forget_person' })
      .when(mark({ comment: 'Ana' }))
      .refused('order_forgotten');
  });
});
