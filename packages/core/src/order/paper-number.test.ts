import { describe, expect, it } from 'vitest';
import { approve, FACTS, given, type History, place, startHandling } from './given.test-support.js';
import { type NumberedCommand, paperSeries, withPaperNumber } from './paper-number.js';
import type { Order } from './order.js';
import { isRefusal } from './refusals.js';

const NOW = '2026-03-02T12:00:00.000Z';
const orderOf = ({ order }: History): Order => order as Order;
const handled = given(place({ workflow: 'simple' }), approve, startHandling);
const invoiced = (history: History, number?: string): History =>
  history.when({ type: 'issue_invoice', value: 10, ...(number === undefined ? {} : { number }) }).history;

/** The number that the command gets under these templates, or what stands against it. */
function numberOf(
  history: History,
  command: Parameters<typeof withPaperNumber>[1],
  documentNumbers: Readonly<Record<string, string>>,
  documentSequence?: number,
): unknown {
  const facts = { ...FACTS, defaults: { ...FACTS.defaults, documentNumbers } };
  const actor = { kind: 'staff', id: 'staff:ana' } as const;
  const context = { at: NOW, actor, reason: 'test', ...(documentSequence === undefined ? {} : { documentSequence }) };
  const answer: NumberedCommand | ReturnType<typeof withPaperNumber> = withPaperNumber(
    orderOf(history),
    command,
    facts,
    context,
  );
  if (isRefusal(answer)) return answer;
  return 'number' in answer ? answer.number : 'invoiceNumber' in answer ? answer.invoiceNumber : null;
}

const invoice = { type: 'issue_invoice', value: 10 } as const;
const settle = { type: 'settle_return', returnId: '1', resolution: 'refund' } as const;

describe('a paper without a number', () => {
  it('is counted inside its order, past those that somebody numbered so by hand', () => {
    const name = orderOf(handled).head.orderId;
    expect(numberOf(handled, invoice, {})).toBe(`${name}-I1`);
    expect(numberOf(invoiced(handled, `${name}-I2`), invoice, {})).toBe(`${name}-I3`);
    expect(numberOf(invoiced(handled, `${name}-RI1`), settle, {})).toBe(`${name}-RI2`);
  });

  it('goes past taken numbers by a template that counts in the order as well, for ever', () => {
    const templates = { invoice: '{order}/{count}', return_invoice: '{order}/R{count}' };
    const name = orderOf(handled).head.orderId;
    const taken = invoiced(handled, `${name}/2`);
    expect(numberOf(taken, invoice, templates)).toBe(`${name}/3`);
    expect(numberOf(invoiced(taken, `${name}/R1`), settle, templates)).toBe(`${name}/R2`);
  });

  it('is refused where the series gives a number that this order has, at the field that could name another', () => {
    const taken = invoiced(handled, 'A-7');
    const templates = { invoice: 'A-{sequence}', return_invoice: 'A-{sequence}' };
    expect(numberOf(taken, invoice, templates, 7)).toMatchObject({ refused: 'invoice_exists', pointer: '/number' });
    expect(numberOf(taken, settle, templates, 7)).toMatchObject({ pointer: '/invoiceNumber' });
    expect(numberOf(taken, invoice, templates, 8)).toBe('A-8');
  });

  it('names the series that its number is taken from, of its store before its account; one with a number none', () => {
    const store = { store: 'default', active: true, orderNumbers: null, documentNumbers: { invoice: '{store}-{yearly}-{year}' } }; // prettier-ignore
    const ofAccount = { stores: FACTS.stores, defaults: { ...FACTS.defaults, documentNumbers: { invoice: 'I-{sequence}' } } }; // prettier-ignore
    expect(paperSeries(orderOf(handled), invoice, ofAccount, NOW)).toBe('invoice');
    expect(paperSeries(orderOf(handled), invoice, { ...ofAccount, stores: [store] }, NOW)).toBe('invoice/default@2026');
    expect(paperSeries(orderOf(handled), { ...invoice, number: 'A-1' }, ofAccount, NOW)).toBeNull();
    expect(paperSeries(orderOf(handled), settle, ofAccount, NOW)).toBeNull();
  });
});
