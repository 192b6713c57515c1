import { createHash } from 'node:crypto';
import type { Order } from '@docket/core/order/order';
import { cancelledTaxDocument, taxDocumentsOf, type WantedTaxDocument } from '@docket/core/tax/tax-documents';
import {
  type FiledTax,
  isTaxFailure,
  type TaxDocument,
  type TaxFailure,
  type TaxOutcome,
  type TaxProvider,
} from '@docket/core/tax/tax-provider';
import type pg from 'pg';
import { canonicalJson } from '../canonical-json.js';
import { TaskGivenUp, type TaskHandler } from '../followers/drain-tasks.js';
import {
  documentsOfOrder,
  recordCall,
  recordProviderChanged,
  type Settled,
  type StoredTaxDocument,
} from './document-rows.js';
import { type FiledStoreTax, findStoreTax, taxCategories } from './store-taxes.js';
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
 * where that may help, and else given up, in sight. So is what another service keeps that the store has left, or another account of the
 * same one: Docket speaks to it no more.
 */
export function fileTaxesHandler(deps: FileTaxesDependencies): TaskHandler {
  const { follower, serving, load, providers, seal, clock } = deps;

  return async ({ account, key: orderId, payload }) => {
    const order = await load(account, orderId);
    if (order === null) return;
    const tax = await findStoreTax(follower, account, order.head.store);
    const rows = await documentsOfOrder(follower, account, orderId);
    if (tax === null) {
      const kept = rows.filter(
        (row) => order.head.cancellation !== null && row.state !== 'voided' && keptBy(row, null),
      );
      await recordProviderChanged(follower, account, codesOf(kept), clock());
      if (kept.length > 0) throw new TaskGivenUp(leftBehind(kept));
      return;
    }
    const stored = new Map(rows.map((row) => [row.code, row]));
    const papers = await wantedDocuments(order, tax);
    const asked = (payload as { byHand?: boolean }).byHand === true && order.head.cancellation !== null;
    const wanted = papers.length === 0 && asked ? [{ ...cancelledTaxDocument(order, tax), contentHash: '' }] : papers;
    const unsettled = wanted.filter((one) => !isSettled(one, stored.get(one.document.code), tax, order));
    if (unsettled.length === 0) return;
    const kept = unsettled.flatMap(({ document }) => stored.get(document.code) ?? []).filter((row) => keptBy(row, tax));
    await recordProviderChanged(follower, account, codesOf(kept), clock());
    const due = unsettled.filter(({ document }) => !codesOf(kept).includes(document.code));
    const provider = await providers.of(account, order.head.store, tax.service);
    const failures: TaxFailure[] = [];
    for (const one of due) {
      const before = stored.get(one.document.code);
      const outcome = isTaxFailure(provider) ? provider : await told(provider, one, before);
      const call = { orderId, provider: tax.provider, service: tax.service, document: one.document, at: clock() };
      await recordCall(follower, seal, call, settled(one, outcome, before));
      if (isTaxFailure(outcome)) failures.push(outcome);
      // Who does not answer is not asked about the rest as well.
      if (isTaxFailure(outcome) && outcome.failed === 'unreachable') break;
    }
    const again = failures.find(({ failed }) => failed === 'unreachable');
    if (again !== undefined) throw new Error(`the tax service was not reached: ${again.reason}`);
    if (kept.length > 0) throw new TaskGivenUp(leftBehind(kept));
    const [failure] = failures;
    if (failure === undefined) return;
    throw new TaskGivenUp(`the tax service refuses a document of the order: ${failure.reason}`);
  };

  async function wantedDocuments(order: Order, tax: FiledStoreTax): Promise<readonly Wanted[]> {
    const { account, customerId } = order.head;
    const skus = order.lines.map(({ sku }) => sku);
    const categories = await taxCategories(follower, account, skus);
    const exemption = await taxExemption(serving, account, customerId ?? undefined);
    const documents = taxDocumentsOf(order, tax, { exemption, categoryOf: (sku) => categories.get(sku) ?? null });
    // What the store, its products and customers say today does not change what was sold.
    const asSold = taxDocumentsOf(order, { ...tax, shipFrom: null, shippingCategory: null }, NOTHING_KNOWN);
    return documents.map((one, index) => ({ ...one, contentHash: hashOf(asSold[index]?.document) }));
  }
}

interface Wanted extends WantedTaxDocument {
  /** Of what the order alone says. */
  readonly contentHash: string;
}

const NOTHING_KNOWN = { exemption: null, categoryOf: () => null };

/** Whether it is in books that the store has left. Rates are our own: there is nobody who keeps anything. */
const keptBy = (row: StoredTaxDocument, tax: FiledStoreTax | null): boolean =>
  row.filedAt !== null && row.provider !== 'rates' && (tax === null || !isInBooksOf(row, tax));

/** Where nobody wrote down whose books they were, they are those of the store. */
const isInBooksOf = ({ provider, service }: StoredTaxDocument, tax: FiledStoreTax): boolean =>
  provider === tax.provider && (service === null || service === tax.service);

const codesOf = (rows: readonly StoredTaxDocument[]): readonly string[] => rows.map(({ code }) => code);

const leftBehind = (rows: readonly StoredTaxDocument[]): string =>
  `${[...new Set(rows.map(({ provider }) => provider))].join(', ')} keeps documents of the order in books that its store has left: provider_changed. Set that service and account again and send again, or mend them there by hand`;

/** Whether the service has it as it should be. What was never told needs no striking out, unless it may have been told unnoticed. */
function isSettled(
  { wanted, contentHash }: Wanted,
  row: StoredTaxDocument | undefined,
  tax: FiledStoreTax,
  { head }: Order,
): boolean {
  if (row === undefined) return false;
  // Of somebody who was forgotten the order does not say any more where it went.
  if (wanted === 'filed' && row.filedAt !== null && head.forgotten) return true;
  if (wanted === 'voided' && row.state === 'voided' && keptBy(row, tax)) return true;
  if (row.resend || (!keptBy(row, tax) && !isInBooksOf(row, tax))) return false;
  if (wanted === 'voided') return row.state === 'voided';
  return row.state === 'filed' && row.contentHash === contentHash;
}

/** T25 (virto-orders §7.3): of a cancelled order nothing is ever created, not even what was never told. */
function told(
  provider: TaxProvider,
  { document, wanted }: WantedTaxDocument,
  row: StoredTaxDocument | undefined,
): Promise<TaxOutcome<FiledTax>> {
  if (wanted === 'voided') return provider.void(document);
  if (row?.filedAt != null && row.provider === provider.name) return provider.adjust(document);
  return document.kind === 'sale' ? provider.commit(document) : provider.refund(document);
}

function settled(one: Wanted, outcome: TaxOutcome<FiledTax>, row: StoredTaxDocument | undefined): Settled {
  const exchange = outcome.exchange ?? null;
  if (!isTaxFailure(outcome)) {
    const { tax, providerId } = outcome;
    return {
      state: one.wanted,
      contentHash: one.wanted === 'filed' ? one.contentHash : null,
      tax,
      providerId,
      error: null,
      exchange,
    };
  }
  const state = outcome.failed === 'refused' ? 'failed' : 'waiting';
  return { state, contentHash: null, tax: row?.tax ?? null, providerId: null, error: outcome.reason, exchange };
}

const hashOf = (document: TaxDocument | undefined): string =>
  createHash('sha256').update(canonicalJson(document)).digest('hex');
