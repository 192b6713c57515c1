import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { consignmentAddress } from '../../consignments/consignment-queries';
import { moment } from '../../format/moments';
import { Facts } from '../fact';
import type { Order } from '../order-queries';
import { ParcelCarrier, ParcelNews } from '../parcel-facts';
import { Pieces } from '../pieces';
import type { DocumentOf } from './built-in';
import { DocumentLink } from './document-link';

interface PackageFactsProps {
  readonly order: Order;
  readonly parcel: DocumentOf<'package'>;
}

/** One parcel: what is in it, what it is like, who carries it, and what became of it. */
export function PackageFacts({ order, parcel }: PackageFactsProps) {
  const { t, i18n } = useTranslation(['shipments', 'documents']);
  const at = (instant: string | null | undefined): string | null =>
    instant == null ? null : moment(instant, i18n.language);
  const { dimensions, weight, shipmentId, invoiceNumber, consignmentId } = parcel;
  const grams = new Intl.NumberFormat(i18n.language);
  return (
    <>
      <ParcelCarrier parcel={parcel} />
      <Pieces order={order} items={parcel.items} />
      <Facts
        facts={[
          [
            t('documents:kinds.shipment'),
            shipmentId === undefined ? null : (
              <DocumentLink orderId={order.orderId} kind="shipment" id={shipmentId}>
                {order.shipments.find(({ id }) => id === shipmentId)?.number ?? shipmentId}
              </DocumentLink>
            ),
          ],
          [
            t('documents:kinds.invoice'),
            invoiceNumber === null ? null : (
              <DocumentLink orderId={order.orderId} kind="invoice" id={invoiceNumber}>
                {invoiceNumber}
              </DocumentLink>
            ),
          ],
          [
            t('says.consignment'),
            consignmentId === undefined ? null : (
              <Anchor component={Link} to={consignmentAddress(consignmentId)} size="sm">
                {consignmentId}
              </Anchor>
            ),
          ],
          [t('says.sentAt'), at(parcel.sentAt)],
          [t('says.dispatchedAt'), at(parcel.dispatchedAt)],
          [t('says.weight'), weight === undefined ? null : t('says.grams', { weight: grams.format(weight) })],
          [t('says.size'), dimensions === undefined ? null : t('says.millimetres', { ...dimensions })],
          [t('says.barcode'), parcel.barcode],
          [t('says.arrivedAt'), at(parcel.deliveredAt)],
          [t('says.collectedBy'), parcel.collectedBy],
          [t('says.cameBackAt'), at(parcel.returnedAt)],
          [t('says.why'), parcel.returnReason],
        ]}
      />
      <ParcelNews parcel={parcel} />
    </>
  );
}
