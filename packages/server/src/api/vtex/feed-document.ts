import { openToShip, type Order } from '@docket/core/order/order';
import { orderDocument } from './order-document.js';

/**
 * What expressions of the VTEX dialect read: the order document, with `finished` at its root, true once all packages are
 * delivered and nothing is left to send: it is advertised there (vtex-oms §5.2).
 */
export const feedDocument = (order: Order): object => ({ ...orderDocument(order), finished: isFinished(order) });

function isFinished({ lines, documents }: Order): boolean {
  const packages = Object.values(documents.package);
  return (
    packages.length > 0 &&
    packages.every(({ deliveredAt }) => deliveredAt !== null) &&
    lines.every((line) => openToShip(line) === 0)
  );
}
