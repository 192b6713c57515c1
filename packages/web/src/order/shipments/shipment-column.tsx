import { Anchor, Button, Group, Menu, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consignmentAddress } from '../../consignments/consignment-queries';
import { moment } from '../../format/moments';
import { StateBadge } from '../../documents/state-badge';
import { PaperButton } from '../../parts/paper-button';
import { DocumentLink } from '../built-in/document-link';
import type { Order } from '../order-queries';
import { useMoney } from '../shown-money';
import type { Moving } from './move-form';
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
}

/** What is dragged, in the words of the drag itself: a line, and the shipment that it leaves; nothing: not planned. */
const DRAGGED = 'application/x-docket-line';

export function ShipmentColumn(props: ColumnProps) {
  const { order, shipment, mayMove, onMove, onSend, onChange, onCancel } = props;
  const { t, i18n } = useTranslation('shipments');
  const [over, setOver] = useState(false);
  const title = shipment === null ? t('notPlanned') : t('shipment', { id: shipment.id });
  const cards = cardsOf(order, shipment);
  const consignment = shipment?.consignment;
  const may = (command: string): boolean => shipment?.may.includes(command) === true;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [lineId = '', from = ''] = event.dataTransfer.getData(DRAGGED).split('\n');
    const source = from === '' ? null : (order.shipments.find(({ id }) => id === from) ?? null);
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
        if (!mayMove || !event.dataTransfer.types.includes(DRAGGED)) return;
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
        {cards.map((card) => (
          <Card key={card.lineId} {...props} card={card} />
        ))}
        {shipment !== null && <Parcels order={order} shipment={shipment} />}
        {shipment !== null && (
          <Group gap={4}>
            {may('send_package') && (
              <Button size="compact-xs" variant="light" onClick={onSend} aria-label={t('sendOf', { id: shipment.id })}>
                {t('send')}
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
  /** Not sent yet. */
  readonly left: number;
  readonly sent: number;
}

function cardsOf(order: Order, shipment: Shipment | null): readonly CardFacts[] {
  const nameOf = (lineId: string): string => order.lines.find(({ id }) => id === lineId)?.name ?? lineId;
  return shipment === null
    ? order.unplanned.map(({ lineId, quantity }) => ({ lineId, name: nameOf(lineId), left: quantity, sent: 0 }))
    : shipment.items.map(({ lineId, quantity, sent }) => ({
        lineId,
        name: nameOf(lineId),
        left: quantity - sent,
        sent,
      }));
}

/** A line, which is dragged with the mouse, or moved by its menu with the keyboard and on a phone. */
function Card({ card, shipment, columns, mayMove, onMove }: ColumnProps & { readonly card: CardFacts }) {
  const { t } = useTranslation('shipments');
  const moves = mayMove && card.left > 0;
  const asked = { lineId: card.lineId, name: card.name, most: card.left, from: shipment?.id ?? null };
  return (
    <div
      className={classes['card']}
      draggable={moves}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, `${card.lineId}\n${shipment?.id ?? ''}`);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Text size="sm" lh={1.3}>
          {card.left + card.sent} × {card.name}
        </Text>
        {moves && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <UnstyledButton aria-label={t('moveLine', { name: card.name })} fz="xs" c="dimmed">
                {t('move')}
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('moveTo')}</Menu.Label>
              {shipment !== null && (
                <Menu.Item onClick={() => onMove({ ...asked, to: null })}>{t('notPlanned')}</Menu.Item>
              )}
              {columns
                .filter(({ id }) => id !== shipment?.id)
                .map(({ id }) => (
                  <Menu.Item key={id} onClick={() => onMove({ ...asked, to: id })}>
                    {t('shipment', { id })}
                  </Menu.Item>
                ))}
              <Menu.Item leftSection={<IconArrowRight size={14} />} onClick={() => onMove({ ...asked, to: 'new' })}>
                {t('newShipment')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {card.sent > 0 && (
        <Text size="xs" c="dimmed">
          {t('sentOf', { sent: card.sent, of: card.left + card.sent })}
        </Text>
      )}
    </div>
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
