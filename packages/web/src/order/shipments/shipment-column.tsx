import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consignmentAddress } from '../../consignments/consignment-queries';
import { moment } from '../../format/moments';
import { StateBadge } from '../../documents/state-badge';
import { FoundLines } from '../../parts/found-lines';
import { PaperButton } from '../../parts/paper-button';
import { DocumentLink } from '../built-in/document-link';
import type { Order } from '../order-queries';
import { useMoney } from '../shown-money';
import { type Destination, draggedIn, isDragged, LineCard } from './line-card';
import type { Moving } from './move-form';
import { looseIn, PackedPackages, type PackingActions } from './packed-packages';
import { labelAddress, slipAddress } from './papers';
import classes from './shipments.module.css';

type Shipment = Order['shipments'][number];

interface ColumnProps {
  readonly order: Order;
  /** Null: what is not planned. */
  readonly shipment: Shipment | null;
  readonly columns: readonly Shipment[];
  readonly mayMove: boolean;
  readonly onMove: (moving: Moving) => void;
  readonly onSend?: () => void;
  readonly onChange?: () => void;
  readonly onCancel?: () => void;
  readonly onPack?: () => void;
  readonly packing?: Omit<PackingActions, 'onMove'>;
}

export function ShipmentColumn(props: ColumnProps) {
  const { order, shipment, mayMove, onMove, onSend, onChange, onCancel, onPack, packing } = props;
  const { t, i18n } = useTranslation('shipments');
  const [over, setOver] = useState(false);
  const title = shipment === null ? t('notPlanned') : t('shipment', { id: shipment.id });
  const cards = cardsOf(order, shipment);
  const consignment = shipment?.consignment;
  const may = (command: string): boolean => shipment?.may.includes(command) === true;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const { lineId, shipmentId: from, packageId } = draggedIn(event.dataTransfer);
    const source = from === '' ? null : (order.shipments.find(({ id }) => id === from) ?? null);
    if (packageId !== '') {
      // out of its package, where it is dropped beside the packages of its own shipment
      const packed = source?.packing.find((each) => each.packageId === packageId);
      const { quantity: most = 0 } = packed?.items.find((item) => item.lineId === lineId) ?? {};
      const name = order.lines.find(({ id }) => id === lineId)?.name ?? lineId;
      if (most > 0 && source !== null && source.id === shipment?.id)
        onMove({ lineId, name, most, from: source.id, to: source.id, packages: { from: packageId, to: null } });
      return;
    }
    const card = cardsOf(order, source).find((each) => each.lineId === lineId);
    if (card === undefined || card.left === 0 || source?.id === shipment?.id) return;
    onMove({ lineId, name: card.name, most: card.left, from: source?.id ?? null, to: shipment?.id ?? null });
  };
  return (
    <div
      role="group"
      aria-label={title}
      className={classes['column']}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!mayMove || !isDragged(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Stack gap={6}>
        <Group gap={6} justify="space-between" wrap="nowrap">
          {shipment === null ? (
            <Text size="sm" fw={600}>
              {title}
            </Text>
          ) : (
            <>
              <DocumentLink orderId={order.orderId} kind="shipment" id={shipment.id} fw={600}>
                {title}
              </DocumentLink>
              <StateBadge kind="shipment" state={shipment.status} />
            </>
          )}
        </Group>
        {shipment !== null && (
          <Text size="xs" c="dimmed">
            {[
              shipment.carrier ?? shipment.method,
              shipment.place === null ? null : t('from', { place: shipment.place }),
              shipment.shipBy === null ? null : t('shipBy', { at: moment(shipment.shipBy, i18n.language) }),
              shipment.deliverOn === null ? null : t('deliverOn', { at: moment(shipment.deliverOn, i18n.language) }),
              shipment.address?.['city'] as string | undefined,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        )}
        {consignment !== undefined && <TravelsIn order={order} consignment={consignment} />}
        {cards.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('empty')}
          </Text>
        )}
        <FoundLines
          lines={cards.filter(({ left, packed, sent }) => left + sent > 0 || packed === 0)}
          textOf={({ name }) => name}
        >
          {(found) => found.map((card) => <Card key={card.lineId} {...props} card={card} />)}
        </FoundLines>
        {shipment !== null && packing !== undefined && (
          <PackedPackages order={order} shipment={shipment} onMove={onMove} {...packing} />
        )}
        {shipment !== null && <Parcels order={order} shipment={shipment} />}
        {shipment !== null && (
          <Group gap={4}>
            {may('send_package') && (
              <Button size="compact-xs" variant="light" onClick={onSend} aria-label={t('sendOf', { id: shipment.id })}>
                {t('send')}
              </Button>
            )}
            {may('pack_package') && cards.some(({ left }) => left > 0) && (
              <Button size="compact-xs" variant="subtle" onClick={onPack} aria-label={t('packOf', { id: shipment.id })}>
                {t('pack')}
              </Button>
            )}
            {may('change_shipment') && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={onChange}
                aria-label={t('changeOf', { id: shipment.id })}
              >
                {t('change')}
              </Button>
            )}
            {may('cancel_shipment') && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                leftSection={<IconX size={12} />}
                onClick={onCancel}
                aria-label={t('cancelOf', { id: shipment.id })}
              >
                {t('cancel')}
              </Button>
            )}
            <PaperButton path={slipAddress(order, { shipmentId: shipment.id })} name={t('slipOf', { id: shipment.id })}>
              {t('slip')}
            </PaperButton>
          </Group>
        )}
      </Stack>
    </div>
  );
}

interface CardFacts {
  readonly lineId: string;
  readonly name: string;
  /** Not sent yet, and in no package. */
  readonly left: number;
  readonly packed: number;
  readonly sent: number;
}

function cardsOf(order: Order, shipment: Shipment | null): readonly CardFacts[] {
  const names = new Map(order.lines.map(({ id, name }) => [id, name]));
  const nameOf = (lineId: string): string => names.get(lineId) ?? lineId;
  const loose = shipment === null ? new Map<string, number>() : looseIn(shipment);
  return shipment === null
    ? order.unplanned.map(({ lineId, quantity }) => ({
        lineId,
        name: nameOf(lineId),
        left: quantity,
        packed: 0,
        sent: 0,
      }))
    : shipment.items.map(({ lineId, quantity, sent }) => ({
        lineId,
        name: nameOf(lineId),
        left: loose.get(lineId) ?? 0,
        packed: quantity - sent - (loose.get(lineId) ?? 0),
        sent,
      }));
}

/** A line with where its pieces may go: another shipment, a package of its own, or out of the plan. */
function Card({ card, shipment, columns, mayMove, onMove }: ColumnProps & { readonly card: CardFacts }) {
  const { t } = useTranslation('shipments');
  const { lineId, name, left, packed, sent } = card;
  const from = shipment?.id ?? null;
  const asked = { lineId, name, most: left, from };
  const go = (to: string | null) => () => onMove({ ...asked, to });
  const into = shipment?.may.includes('move_packed_items') === true ? shipment.packing : [];
  const destinations: readonly Destination[] = [
    ...into.map(({ packageId }) => ({
      label: t('packed', { id: packageId }),
      onChoose: () => onMove({ ...asked, to: from, packages: { from: null, to: packageId } }),
    })),
    ...(shipment === null ? [] : [{ label: t('notPlanned'), onChoose: go(null) }]),
    ...columns
      .filter(({ id }) => id !== shipment?.id)
      .map(({ id }) => ({ label: t('shipment', { id }), onChoose: go(id) })),
    { label: t('newShipment'), icon: <IconArrowRight size={14} />, onChoose: go('new') },
  ];
  const notes = [
    packed > 0 ? t('packedOf', { packed, of: left + packed + sent }) : null,
    sent > 0 ? t('sentOf', { sent, of: left + packed + sent }) : null,
  ].filter((note) => note !== null);
  return (
    <LineCard
      name={name}
      pieces={left + sent}
      note={notes.length === 0 ? null : notes.join(' · ')}
      dragged={{ lineId, shipmentId: from ?? '', packageId: '' }}
      destinations={mayMove && left > 0 ? destinations : []}
    />
  );
}

/** What has left of it. */
function Parcels({ order, shipment }: { readonly order: Order; readonly shipment: Shipment }) {
  const { t } = useTranslation(['shipments', 'order']);
  return order.packages
    .filter(({ shipmentId }) => shipmentId === shipment.id)
    .map((parcel) => (
      <Group key={parcel.id} gap={6}>
        <DocumentLink orderId={order.orderId} kind="package" id={parcel.id} size="xs">
          {t('order:packages.package', { id: parcel.id })}
        </DocumentLink>
        <StateBadge kind="package" state={parcel.status} size="xs" />
        <PaperButton path={labelAddress(order, { packageId: parcel.id })} name={t('labelOf', { id: parcel.id })}>
          {t('label')}
        </PaperButton>
      </Group>
    ));
}

interface TravelsInProps {
  readonly order: Order;
  readonly consignment: NonNullable<Shipment['consignment']>;
}

/** What it travels in with shipments of other orders, and what it bears of the cost. */
function TravelsIn({ order, consignment: { consignmentId, number, cost = null } }: TravelsInProps) {
  const { t } = useTranslation('shipments');
  const shown = useMoney(order.currency);
  return (
    <Text size="xs">
      <Anchor component={Link} to={consignmentAddress(consignmentId)} size="xs">
        {t('inConsignment', { number })}
      </Anchor>
      {cost !== null && ` · ${t('share', { amount: shown(cost) })}`}
    </Text>
  );
}
