import { Button, Group, Stack, Text } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FoundLines } from '../../parts/found-lines';
import { PaperButton } from '../../parts/paper-button';
import type { Order } from '../order-queries';
import { draggedIn, isDragged, LineCard } from './line-card';
import type { Moving } from './move-form';
import { labelAddress, slipAddress } from './papers';
import classes from './shipments.module.css';

type Shipment = Order['shipments'][number];
type Packed = Shipment['packing'][number];

export interface PackingActions {
  readonly onMove: (moving: Moving) => void;
  readonly onSendPacked: (packageId: string) => void;
  readonly onChangePacked: (packageId: string) => void;
  readonly onUnpack: (packageId: string) => void;
}

interface PackedPackagesProps extends PackingActions {
  readonly order: Order;
  readonly shipment: Shipment;
}

/** What of a shipment lies in which package before it leaves. */
export function PackedPackages(props: PackedPackagesProps) {
  return props.shipment.packing.map((packed) => <OnePackage key={packed.packageId} {...props} packed={packed} />);
}

/** Pieces of each line that lie in no package of its shipment yet. */
export function looseIn({ items, packing }: Shipment): ReadonlyMap<string, number> {
  const loose = new Map(items.map(({ lineId, quantity, sent }) => [lineId, quantity - sent]));
  for (const packed of packing)
    for (const { lineId, quantity } of packed.items) loose.set(lineId, (loose.get(lineId) ?? 0) - quantity);
  return loose;
}

function OnePackage(props: PackedPackagesProps & { readonly packed: Packed }) {
  const { order, shipment, packed, onMove, onSendPacked, onChangePacked, onUnpack } = props;
  const { t } = useTranslation('shipments');
  const [over, setOver] = useState(false);
  const { packageId } = packed;
  const may = (command: string): boolean => shipment.may.includes(command);
  const names = new Map(order.lines.map(({ id, name }) => [id, name]));
  const nameOf = (lineId: string): string => names.get(lineId) ?? lineId;
  const moving = (lineId: string, most: number, from: string | null, to: string | null): Moving => ({
    lineId,
    name: nameOf(lineId),
    most,
    from: shipment.id,
    to: shipment.id,
    packages: { from, to },
  });
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const dragged = draggedIn(event.dataTransfer);
    if (dragged.shipmentId !== shipment.id || dragged.packageId === packageId) return;
    const source = shipment.packing.find((each) => each.packageId === dragged.packageId);
    const most =
      source === undefined
        ? (looseIn(shipment).get(dragged.lineId) ?? 0)
        : (source.items.find(({ lineId }) => lineId === dragged.lineId)?.quantity ?? 0);
    if (most > 0) onMove(moving(dragged.lineId, most, source?.packageId ?? null, packageId));
  };
  const title = t('packed', { id: packageId });
  return (
    <div
      role="group"
      aria-label={title}
      className={classes['package']}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!may('move_packed_items') || !isDragged(event.dataTransfer)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Stack gap={4}>
        <Text size="xs" fw={600}>
          {[title, packed.weight === undefined ? null : t('says.grams', { weight: packed.weight }), packed.barcode]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {packed.items.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('empty')}
          </Text>
        )}
        <FoundLines lines={packed.items} textOf={({ lineId }) => nameOf(lineId)}>
          {(found) =>
            found.map(({ lineId, quantity }) => (
              <LineCard
                key={lineId}
                name={nameOf(lineId)}
                pieces={quantity}
                dragged={{ lineId, shipmentId: shipment.id, packageId }}
                destinations={
                  may('move_packed_items')
                    ? [
                        {
                          label: t('outOfPackage'),
                          onChoose: () => onMove(moving(lineId, quantity, packageId, null)),
                        },
                        ...shipment.packing
                          .filter((each) => each.packageId !== packageId)
                          .map((each) => ({
                            label: t('packed', { id: each.packageId }),
                            onChoose: () => onMove(moving(lineId, quantity, packageId, each.packageId)),
                          })),
                      ]
                    : []
                }
              />
            ))
          }
        </FoundLines>
        <Group gap={4}>
          {may('send_package') && packed.items.length > 0 && (
            <Button
              size="compact-xs"
              variant="light"
              onClick={() => onSendPacked(packageId)}
              aria-label={t('sendPacked', { id: packageId })}
            >
              {t('send')}
            </Button>
          )}
          {may('pack_package') && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => onChangePacked(packageId)}
              aria-label={t('changePacked', { id: packageId })}
            >
              {t('change')}
            </Button>
          )}
          {may('unpack_package') && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="red"
              onClick={() => onUnpack(packageId)}
              aria-label={t('unpackOf', { id: packageId })}
            >
              {t('unpack')}
            </Button>
          )}
          <PaperButton path={slipAddress(order, { packageId })} name={t('slipOfPackage', { id: packageId })}>
            {t('slip')}
          </PaperButton>
          <PaperButton path={labelAddress(order, { packageId })} name={t('labelOf', { id: packageId })}>
            {t('label')}
          </PaperButton>
        </Group>
      </Stack>
    </div>
  );
}
