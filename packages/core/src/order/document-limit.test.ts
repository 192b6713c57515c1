import { describe, expect, it } from 'vitest';
import type { Actor } from '../workflow/table.js';
import type { Command } from './commands.js';
import { limitProblem } from './document-limit.js';
import { approve, given, type History, place } from './given.test-support.js';
import type { Order } from './order.js';
import { isRefusal, type Refusal } from './refusals.js';

const warranty = (number: number): Command => ({
  type: 'add_document',
  documentType: 'warranty',
  number: `W-${number}`,
  custom: { serial: 'AB-1' },
});
const numbered = (count: number): Command[] => Array.from({ length: count }, (_, index) => warranty(index + 1));

/** What stands against a command where the account allows an order so many documents. */
function problem(history: History, command: Command, most: number | undefined, kind: Actor = 'staff'): Refusal | null {
  const { answer, history: after } = history.when(command, kind);
  return isRefusal(answer) ? answer : limitProblem(history.order, after.order as Order, most, { kind }, command.type);
}

describe('how many documents an order may have (T21)', () => {
  const history = given(place(), ...numbered(19));

  it('is refused beyond, with how many there are of each kind', () => {
    expect(problem(history, warranty(20), 20)).toMatchObject({
      refused: 'too_many_documents',
      details: { limit: 20, documents: ['payment: 1', 'warranty: 20'] },
    });
    expect(problem(history, warranty(20), 21)).toBeNull();
  });

  it('is any number where the limit is 0 or none is set', () => {
    expect(problem(history, warranty(20), 0)).toBeNull();
    expect(problem(history, warranty(20), undefined)).toBeNull();
  });

  it('takes nothing from an order that has more, and lets all else go on', () => {
    expect(problem(history, { type: 'add_note', text: 'many papers' }, 5)).toBeNull();
    expect(problem(history, { type: 'cancel_document', documentId: '1' }, 5)).toBeNull();
    expect(problem(history, warranty(20), 5)).not.toBeNull();
  });

  it('never refuses what a provider tells: the money has moved', () => {
    const answered: Command = { type: 'approve_payment', paymentId: '1' };
    const added = given(place({ payments: [{ method: 'card', amount: 12_500, capture: true }] } as object));
    expect(problem(added, answered, 1, 'payment_provider')).toBeNull();
    expect(problem(given(place(), approve), { type: 'capture_payment', paymentId: '1', amount: 100 }, 1)).toMatchObject(
      {
        refused: 'too_many_documents',
      },
    );
  });

  it('never keeps a cancellation back, whose refunds are owed', () => {
    const paid = given(place(), approve);
    expect(problem(paid, { type: 'request_cancellation' }, 1)).toBeNull();
  });
});
