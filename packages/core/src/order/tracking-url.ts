import type { PackageDetails, SendPackage, UpdatePackage } from './commands.js';
import type { NumberedInvoice } from './paper-number.js';
import type { CarrierFacts, Facts } from './decision.js';
import type { Order } from './order.js';

type Known = Pick<Facts, 'carriers'>;

/**
 * The address at which a parcel is followed, by the template of its carrier. A carrier is known by its code, or by its
 * name in any case of letters. Null: it is not known, says nothing, or there is no number yet.
 */
export function trackingUrl(
  carriers: readonly CarrierFacts[] | undefined,
  carrier: string | null | undefined,
  trackingNumber: string | null | undefined,
): string | null {
  if (carrier == null || trackingNumber == null) return null;
  const name = carrier.toLowerCase();
  const known = carriers?.find((each) => each.code === carrier || each.name.toLowerCase() === name);
  return known?.trackingUrl?.replaceAll('{trackingNumber}', encodeURIComponent(trackingNumber)) ?? null;
}

const withUrl = <Details extends PackageDetails>(
  details: Details,
  { carriers }: Known,
  known: { readonly carrier?: string | null; readonly trackingNumber?: string | null } = {},
): Details => {
  if (details.trackingUrl !== undefined) return details;
  const url = trackingUrl(carriers, details.carrier ?? known.carrier, details.trackingNumber ?? known.trackingNumber);
  return url === null ? details : { ...details, trackingUrl: url };
};

/** The command with the address that the template gives, where it names a known carrier and no address. */
export function tracked(order: Order, command: SendPackage, facts: Known): SendPackage {
  const shipment = command.shipmentId === undefined ? undefined : order.documents.shipment[command.shipmentId];
  return withUrl(command, facts, { carrier: shipment?.carrier ?? null });
}

/** The same of a parcel that is there: a new carrier or number has a new address. */
export function trackedUpdate(order: Order, command: UpdatePackage, facts: Known): UpdatePackage {
  const parcel = order.documents.package[command.packageId];
  const changes =
    (command.carrier !== undefined && command.carrier !== parcel?.carrier) ||
    (command.trackingNumber !== undefined && command.trackingNumber !== parcel?.trackingNumber);
  return parcel === undefined || !changes ? command : withUrl(command, facts, parcel);
}

/** The same of the parcel that travels with an invoice. */
export function trackedInvoice(command: NumberedInvoice, facts: Known): NumberedInvoice {
  return command.package === undefined ? command : { ...command, package: withUrl(command.package, facts) };
}
