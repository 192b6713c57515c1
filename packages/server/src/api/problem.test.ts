import { REFUSALS, type RefusalCode } from '@docket/core/order/refusals';
import { describe, expect, it } from 'vitest';
import { REFUSAL_STATUS } from './native/refusal-status.js';
import { problemOf } from './problem.js';
import { renderRefusalPages, renderRefusalsPage } from './refusals-page.js';
import { REQUEST_PROBLEMS } from './request-problems.js';

describe('problems', () => {
  it('carry what the catalogue says and where the request is wrong', () => {
    const problem = problemOf('insufficient_stock', { pointer: '/lines/0/quantity', details: { available: 2 } }, 'r-1');
    expect(problem).toEqual({
      type: '/docs/refusals/insufficient_stock',
      title: REFUSALS.insufficient_stock.meaning,
      status: 409,
      detail: REFUSALS.insufficient_stock.remedy,
      code: 'insufficient_stock',
      pointer: '/lines/0/quantity',
      in: 'body',
      details: { available: 2 },
      retry: true,
      requestId: 'r-1',
    });
  });

  it('have one code for one meaning: no request problem is named like a refusal', () => {
    const shared = Object.keys(REQUEST_PROBLEMS).filter((code) => Object.hasOwn(REFUSALS, code));
    expect(shared).toEqual([]);
  });

  it('answer every refusal with a status of the client, and 404 only where an address names what is missing', () => {
    const codes = Object.keys(REFUSALS) as RefusalCode[];
    expect(codes.filter((code) => ![400, 403, 404, 409, 422].includes(REFUSAL_STATUS[code]))).toEqual([]);
    expect(codes.filter((code) => REFUSAL_STATUS[code] === 404)).toEqual(
      codes.filter((code) => code.endsWith('_not_found')),
    );
  });

  it('are all on the page that their type leads to', () => {
    const index = renderRefusalsPage();
    const pages = renderRefusalPages();
    const codes = [...Object.keys(REFUSALS), ...Object.keys(REQUEST_PROBLEMS)];
    expect(Object.keys(pages).sort()).toEqual(codes.sort());
    for (const code of codes) expect(index).toContain(`[\`${code}\`](refusals/${code}.md)`);
  });

  it('say on their page what they mean, how one gets there, what to do, and which commands give them', () => {
    expect(renderRefusalPages()['refund_exceeds_captured']).toBe(
      [
        '# refund_exceeds_captured',
        '',
        REFUSALS.refund_exceeds_captured.meaning,
        '',
        '- **Status:** 422',
        `- **Cause:** ${REFUSALS.refund_exceeds_captured.cause}`,
        `- **Remedy:** ${REFUSALS.refund_exceeds_captured.remedy}`,
        '- **Retry:** The very same request will not pass later: something in it, or in the order, has to change first.',
        '- **Given by:** `refund` (`POST /orders/{orderId}/refund`), `retry_refund` (`POST /orders/{orderId}/refunds/{refundId}/retry`), `book_payment` (`POST /orders/{orderId}/payments/{paymentId}/book`), `issue_return_invoice` (`POST /orders/{orderId}/return-invoices`), `settle_return` (`POST /orders/{orderId}/returns/{returnId}/settle`), `import_order` (records of an import).',
        '',
        '[All refusals](../refusals.md)',
        '',
      ].join('\n'),
    );
  });

  it('explain themselves in sentences, each with a cause of its own', () => {
    const texts = [...Object.values(REFUSALS), ...Object.values(REQUEST_PROBLEMS)];
    for (const { meaning, cause, remedy } of texts) {
      for (const text of [meaning, cause, remedy]) expect(text).toMatch(/^[A-Z].{4,}\.$/);
      expect(cause).not.toBe(meaning);
    }
  });
});
