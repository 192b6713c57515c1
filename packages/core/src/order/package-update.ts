import type { PackageDetails, UpdatePackage } from './commands.js';
import { accepted, type Accepted } from './decision.js';
import type { Order } from './order.js';
import { measuresOf, packageNotFound, told } from './package.js';
import type { Refusal } from './refusals.js';
import type { ParcelMeasures } from './shipment-commands.js';

const DETAILS = [
  'carrier',
  'trackingNumber',
  'trackingUrl',
  'dispatchedAt',
] as const satisfies readonly (keyof PackageDetails)[];

/** What a command says of a parcel that was not known of it. */
export const changedDetails = (
  said: PackageDetails,
  known: { readonly [Field in keyof PackageDetails]-?: string | null },
): PackageDetails =>
  Object.fromEntries(
    DETAILS.flatMap((field) =>
      said[field] === undefined || said[field] === known[field] ? [] : [[field, said[field]]],
    ),
  );

const changedMeasures = ({ weight, dimensions, barcode }: ParcelMeasures, known: ParcelMeasures): ParcelMeasures =>
  measuresOf({
    ...(weight === known.weight ? {} : { weight }),
    ...(JSON.stringify(dimensions) === JSON.stringify(known.dimensions) ? {} : { dimensions }),
    ...(barcode === known.barcode ? {} : { barcode }),
  });

/** Fills in what the carrier said later. Refusal: package_not_found. */
export function decidePackageUpdate(order: Order, command: UpdatePackage): Accepted | Refusal {
  const { packageId } = command;
  const parcel = order.documents.package[packageId];
  if (parcel === undefined) return packageNotFound(order);
  const details = { ...changedDetails(command, parcel), ...changedMeasures(command, parcel) };
  if (Object.keys(details).length === 0) return accepted([]);
  return accepted(
    [{ type: 'package_updated', data: { packageId, ...details }, personal: null }],
    [],
    told(order, command),
  );
}
