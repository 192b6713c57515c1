import type { ConsignmentEvent } from './consignment-events.js';

/** What happened to a consignment, in one line, as `EventSummary` says it of an order. */
export interface ConsignmentSummary {
  readonly code: keyof typeof CONSIGNMENT_SUMMARY_TEXTS;
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** `{name}` is filled in. None of them holds what is personal, nor an amount. */
export const CONSIGNMENT_SUMMARY_TEXTS = {
  consignment_created: 'Put together with {shipments} shipments',
  consignment_extended: 'Extended by {shipments} shipments',
  consignment_member_left: 'Shipment {shipment} of order {order} left it: {why}',
  consignment_changed: 'Changed: {fields}',
  consignment_sent: 'Handed over with {shipments} packages',
  consignment_tracked: 'Tracked: {news} new entries',
  consignment_arrived: '{shipments} packages arrived',
  consignment_returned: '{shipments} packages came back',
  consignment_cancelled: 'Cancelled',
  consignment_emptied: 'Cancelled: its last shipment left it',
} as const;

export function consignmentSummaryOf(event: ConsignmentEvent): ConsignmentSummary {
  switch (event.type) {
    case 'consignment_created':
    case 'consignment_extended':
    case 'consignment_sent':
    case 'consignment_arrived':
    case 'consignment_returned':
      return { code: event.type, parameters: { shipments: event.data.members.length } };
    case 'consignment_member_left': {
      const { orderId: order, shipmentId: shipment, why } = event.data;
      return { code: event.type, parameters: { order, shipment, why } };
    }
    case 'consignment_changed':
      return { code: event.type, parameters: { fields: Object.keys(event.data).join(', ') } };
    case 'consignment_tracked':
      return { code: event.type, parameters: { news: event.data.times.length } };
    case 'consignment_cancelled':
      return { code: event.data.why === 'empty' ? 'consignment_emptied' : event.type, parameters: {} };
    default: {
      const never: never = event;
      throw new Error(`no summary for ${JSON.stringify(never)}`);
    }
  }
}

export const consignmentSummaryText = ({ code, parameters }: ConsignmentSummary): string =>
  CONSIGNMENT_SUMMARY_TEXTS[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? '…'));
