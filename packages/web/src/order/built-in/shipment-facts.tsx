import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { consignmentAddress } from '../../consignments/consignment-queries';
import { moment } from '../../format/moments';
import { AddressLines } from '../address-lines';
import { Facts } from '../fact';
import type { Order } from '../order-queries';
import { useMoney } from '../shown-money';
import type { DocumentOf } from './built-in';

interface ShipmentFactsProps {
  readonly order: Order;
  readonly shipment: DocumentOf<'shipment'>;
}

/** What goes together, by whom, from where and until when. */
export function ShipmentFacts({ order, shipment }: ShipmentFactsProps) {
  const { t, i18n } = useTranslation(['shipments', 'documents']);
  const shown = useMoney(order.currency);
  const at = (instant: string | null): string | null => (instant === null ? null : moment(instant, i18n.language));
  const { consignment, address } = shipment;
  return (
    <>
      <Facts
        facts={[
          ...(['method', 'carrier', 'place', 'pickupPoint'] as const).map(
            (name) => [t(`changing.${name}`), shipment[name]] as const,
          ),
          [t('changing.shipBy'), at(shipment.shipBy)],
          [t('says.promisedAt'), at(shipment.promisedAt)],
          [t('changing.deliverOn'), at(shipment.deliverOn)],
          [t('says.price'), shipment.price === null ? null : shown(shipment.price)],
          [
            t('says.consignment'),
            consignment === undefined ? null : (
              <>
                <Anchor
                  component={Link}
                  to={consignmentAddress(consignment.consignmentId)}
                  size="sm"
                  underline="always"
                >
                  {consignment.number}
                </Anchor>
                {consignment.cost != null && ` · ${t('share', { amount: shown(consignment.cost) })}`}
              </>
            ),
          ],
          [t('documents:cancelled'), at(shipment.cancelledAt)],
          [t('says.why'), shipment.cancelReason],
        ]}
      />
      {address !== null && <AddressLines address={address as Parameters<typeof AddressLines>[0]['address']} />}
      {shipment.items.map(({ lineId, quantity, sent }) => (
        <Text key={lineId} size="sm">
          {quantity} × {order.lines.find(({ id }) => id === lineId)?.name ?? lineId}
          {sent > 0 && ` · ${t('sentOf', { sent, of: quantity })}`}
        </Text>
      ))}
    </>
  );
}
