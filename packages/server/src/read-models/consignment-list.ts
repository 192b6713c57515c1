import { type Consignment, consignmentStatus, ordersOf } from '@docket/core/consignment/consignment';

/** A row of `consignment_list`, by its columns. */
export interface ConsignmentRow {
  readonly account: string;
  readonly consignment_id: string;
  readonly number: string;
  readonly status: string;
  readonly store: string;
  readonly currency: string;
  readonly carrier: string | null;
  readonly tracking_number: string | null;
  readonly cost: number | null;
  readonly orders: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly sent_at: string | null;
}

/** What lists show of a consignment: a pure function of its state. */
export const consignmentRow = (account: string, consignment: Consignment): ConsignmentRow => ({
  account,
  consignment_id: consignment.consignmentId,
  number: consignment.number,
  status: consignmentStatus(consignment),
  store: consignment.store,
  currency: consignment.currency,
  carrier: consignment.carrier,
  tracking_number: consignment.trackingNumber,
  cost: consignment.cost,
  orders: ordersOf(consignment).length,
  created_at: consignment.createdAt,
  updated_at: consignment.updatedAt,
  sent_at: consignment.sentAt,
});
