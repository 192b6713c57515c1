import type { ProblemCode } from '../problem.js';

/** How VTEX says a refusal: the status of the answer, and the code in the body of either family (vtex-oms §0.3). */
export interface VtexRefusal {
  readonly status: number;
  readonly oms: string;
  readonly checkout: string;
}

const row = (status: number, oms: string, checkout = oms): VtexRefusal => ({ status, oms, checkout });

/** Codes that stand in no published list are answered with the code of Docket, so that /docs/refusals explains them. */
const KNOWN: Partial<Record<ProblemCode, VtexRefusal>> = {
  // who asks (§0.1)
  credentials_missing: row(401, '1'),
  credentials_invalid: row(401, '1'),
  session_ended: row(401, '1'),
  permission_missing: row(403, 'permission_missing'),
  account_not_permitted: row(403, 'account_not_permitted'),
  // what is not there
  order_not_found: row(404, 'OMS007', 'CHK0201'),
  payment_not_found: row(404, 'payment_not_found', 'CHK0196'),
  package_not_found: row(404, 'ORD038'),
  return_not_found: row(404, 'ORD038'),
  // the state of the order: 400, but 409 of start-handling (§0.3, §10.2 rows 1 and 8)
  not_in_this_step: row(400, 'OMS003'),
  not_this_actor: row(400, 'OMS003'),
  order_cancelled: row(400, 'OMS003'),
  order_invoiced: row(400, 'OMS003'),
  order_shipped: row(400, 'OMS003'),
  order_deleted: row(400, 'OMS003'),
  payment_not_pending: row(400, 'OMS003'),
  cancellation_pending: row(400, 'OMS003'),
  cancellation_not_requested: row(400, 'OMS003'),
  cancellation_request_unknown: row(400, 'CHK0289'),
  placement_not_complete: row(400, 'FMT0056'),
  placement_complete: row(400, 'CHK0165'),
  return_before_invoice: row(400, 'ORD039'),
  invoice_exceeds_order: row(400, 'ORD039'),
  invoice_exists: row(400, 'ORD039'),
  return_exceeds_invoices: row(400, 'ORD057'),
  refund_exceeds_captured: row(400, 'ORD057'),
  quantity_exceeds_invoiced: row(400, 'ORD057'),
  quantity_exceeds_ordered: row(400, 'CHK0023'),
  reference_unknown: row(400, 'CHK0022'),
  // placing (§7.5, §7.6)
  external_id_taken: row(409, 'FMT009'),
  idempotency_key_reused: row(409, 'FMT009'),
  order_exists: row(409, 'FMT009'),
  nothing_to_sell: row(400, 'ORD005'),
  totals_mismatch: row(400, 'ORD009'),
  insufficient_stock: row(400, 'ORD012'),
  stock_not_counted: row(400, 'ORD012'),
  product_incomplete: row(400, 'ORD002'),
  amount_invalid: row(400, 'ORD020'),
  too_many: row(400, 'FMT0104'),
  // feed and hook (§5.2)
  filter_mixed: row(409, 'filter_mixed'),
  // the request
  request_invalid: row(400, 'request_invalid', 'ORD002'),
  unavailable: row(503, 'unavailable'),
  rate_limited: row(429, 'rate_limited'),
  version_conflict: row(409, 'version_conflict'),
};

/** The row of a code. Of one that VTEX has no word for, our own, and 400 for whatever the sender can mend. */
export function vtexRefusal(code: ProblemCode, usualStatus: number): VtexRefusal {
  const known = KNOWN[code];
  if (known !== undefined) return known;
  return row([409, 412, 415, 422].includes(usualStatus) ? 400 : usualStatus, code);
}
