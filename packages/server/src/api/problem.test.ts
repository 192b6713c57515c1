import { REFUSALS, type RefusalCode } from '@docket/core/order/refusals';
import { describe, expect, it } from 'vitest';
import { REFUSAL_STATUS } from './native/refusal-status.js';
import { problemOf } from './problem.js';
import { renderRefusalsPage } from './refusals-page.js';
import { REQUEST_PROBLEMS } from './request-problems.js';

describe('problems', () => {
  it('carry what the catalogue says and where the request is wrong', () => {
    const problem = problemOf('insufficient_stock', { pointer: '/lines/0/quantity', details: { available: 2 } }, 'r-1');
    expect(problem).toEqual({
      type: '/docs/refusals#insufficient_stock',
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
    const page = renderRefusalsPage();
    for (const code of [...Object.keys(REFUSALS), ...Object.keys(REQUEST_PROBLEMS)])
      expect(page).toContain(`\`${code}\``);
  });
});
