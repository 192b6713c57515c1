import { createHash } from 'node:crypto';
import type { Order } from '@docket/core/order/order';
import type { StoreTax } from '@docket/core/tax/store-tax';
import { cancelledTaxDocument, taxDocumentsOf, type WantedTaxDocument } from '@docket/core/tax/tax-documents';
import {
  type FiledTax,
  isTaxFailure,
  type TaxFailure,
  type TaxOutcome,
  type TaxProvider,
} from '@docket/core/tax/tax-provider';
import type pg from 'pg';
import { canonicalJson } from '../canonical-json.js';
import { TaskGivenUp, type TaskHandler } from '../followers/drain-tasks.js';
import { documentsOfOrder, recordCall, type Settled, type StoredTaxDocument } from './document-rows.js';
import { findStoreTax, taxCategories } from './store-taxes.js';
import { type TaxProviders, taxExemption } from './tax-providers.js';
import type { TaxSeal } from './tax-seal.js';

/** The kind of task that brings the tax documents of one order up to date; its key is the order. */
export const FILE_TAXES = 'tax_documents';

export interface FileTaxesDependencies {
  /** Connections that see every account. */
  readonly follower: pg.Pool;
  readonly serving: pg.Pool;
  readonly load: (account: string, orderId: string) => Promise<Order | null>;
  readonly providers: TaxProviders;
  readonly seal: Pick<TaxSeal, 'sealExchange'>;
  readonly clock: () => string;
}

/**
 * Brings what a tax service has of an order to what it should have: new papers are filed, changed ones adjusted, those of a cancelled
 * order struck out. What is as it should be is left alone. Where this process dies between the service's yes and our note of it, the
 * next try sends the document again, under the same code. Each call and its answer stand in `tax_documents`; what fails is tried again
 * where that may help, and else given up, in sight.
 */
export function fileTaxesHandler(deps: FileTaxesDependencies): TaskHandler {
  const { follower, serving, load, providers, seal, clock } = deps;

  return async ({ account, key: orderId, payload }) => {
    const order = await load(account, orderId);
    if (order === null) return;
    const tax = await findStoreTax(follower, account, order.head.store);
    if (tax === null) return;
    const stored = new Map((await documentsOfOrder(follower, account, orderId)).map((row) => [row.code, row]));
    const papers = await wantedDocuments(order, tax);
    const asked = (payload as { byHand?: boolean }).byHand === true && order.head.cancellation !== null;
    const wanted = papers.length === 0 && asked ? [cancelledTaxDocument(order, tax)] : papers;
    const due = wanted.filter((one) => !isSettled(one, stored.get(one.document.code), tax));
    if (due.length === 0) return;
    const provider = await providers.of(account, order.head.store);
    const failures: TaxFailure[] = [];
    for (const one of due) {
      const before = stored.get(one.document.code);
      const outcome = isTaxFailure(provider) ? provider : await told(provider, one, before);
      const call = { orderId, provider: tax.provider, document: one.document, at: clock() };
      await recordCall(follower, seal, call, settled(one, outcome, before));
      if (isTaxFailure(outcome)) failures.push(outcome);
      // Who does not answer is not asked about the rest as well.
      if (isTaxFailure(outcome) && outcome.failed === 'unreachable') break;
    }
    const [failure] = failures;
    if (failure === undefined) return;
    const again = failures.find(({ failed }) => failed === 'unreachable');
    if (again !== undefined) throw new Error(`the tax service was not reached: ${again.reason}`);
    throw new TaskGivenUp(`the tax service refuses a document of the order: ${failure.reason}`);
  };

  async function wantedDocuments(order: Order, tax: StoreTax): Promise<readonly WantedTaxDocument[]> {
    const { account, customerId } = order.head;
    const skus = order.lines.map(({ sku }) => sku);
    const categories = await taxCategories(follower, account, skus);
    const exemption = await taxExemption(serving, account, customerId ?? undefined);
    return taxDocumentsOf(order, tax, { exemption, categoryOf: (sku) => categories.get(sku) ?? null });
  }
}

/** Whether the service has it as it should be. What was never told needs no striking out, unless it may have been told unnoticed. */
function isSettled(
  { document, wanted }: WantedTaxDocument,
  row: StoredTaxDocument | undefined,
  tax: StoreTax,
): boolean {
  if (row === undefined) return false;
  if (row.resend || row.provider !== tax.provider) return false;
  if (wanted === 'voided') return row.state === 'voided';
  return row.state === 'filed' && row.contentHash === hashOf({ document, wanted });
}

/** T25 (virto-orders §7.3): of a cancelled order nothing is ever created, not even what was never told. */
function told(
  provider: TaxProvider,
  { document, wanted }: WantedTaxDocument,
  row: StoredTaxDocument | undefined,
): Promise<TaxOutcome<FiledTax>> {
  if (wanted === 'voided') return provider.void(document);
  if (row?.filedAt != null) return provider.adjust(document);
  return document.kind === 'sale' ? provider.commit(document) : provider.refund(document);
}

function settled(one: WantedTaxDocument, outcome: TaxOutcome<FiledTax>, row: StoredTaxDocument | undefined): Settled {
  const exchange = outcome.exchange ?? null;
  if (!isTaxFailure(outcome)) {
    const { tax, providerId } = outcome;
    return {
      state: one.wanted,
      contentHash: one.wanted === 'filed' ? hashOf(one) : null,
      tax,
      providerId,
      error: null,
      exchange,
    };
  }
  const state = outcome.failed === 'refused' ? 'failed' : 'waiting';
  return { state, contentHash: null, tax: row?.tax ?? null, providerId: null, error: outcome.reason, exchange };
}

const hashOf = ({ document }: WantedTaxDocument): string =>
  createHash('sha256').update(canonicalJson(document)).digest('hex');
