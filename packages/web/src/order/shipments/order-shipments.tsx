import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperButton } from '../../parts/paper-button';
import { useMay } from '../../session/session';
import { ActionDrawer } from '../actions/action-drawer';
import type { Typed } from '../actions/command-fields';
import type { Order } from '../order-queries';
import { Section } from '../section';
import { MoveForm, type Moving } from './move-form';
import { pickListAddress } from './papers';
import { ChangeForm } from './change-form';
import { ShipTogether } from './ship-together';
import { ShipmentColumn } from './shipment-column';
import classes from './shipments.module.css';
import { useShipmentCommands } from './use-shipment-commands';

/** What is asked in the drawer. */
interface Asked {
  readonly command: 'send_package' | 'pack_package' | 'cancel_shipment';
  readonly typed: Typed;
}

/** What goes together: a column for each shipment and one for what is not planned, between which lines are moved. */
export function OrderShipments({ order, isPast }: { readonly order: Order; readonly isPast: boolean }) {
  const { t } = useTranslation('shipments');
  const [moving, setMoving] = useState<Moving | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [changing, setChanging] = useState<string | null>(null);
  const changed = order.shipments.find(({ id }) => id === changing);
  const waits = order.shipments.some(
    ({ consignment }) => consignment !== undefined && consignment.sentAt === undefined,
  );
  const mayShip = useMay('orders.ship');
  const commands = useShipmentCommands(order);
  const may = (name: string): boolean =>
    !isPast && order.allowed.some(({ command, allowed }) => command === name && allowed);
  const open = order.shipments.filter(({ status }) => status !== 'cancelled');
  if (open.length === 0 && !may('plan_shipment')) return null;

  /** One piece goes at once; of more it is asked how many. */
  const move = (asked: Moving): void => {
    if (asked.most > 1) setMoving(asked);
    else commands.move(asked, 1);
  };
  const columns = { order, mayMove: may('move_items'), onMove: move, columns: open };
  return (
    <Section
      title={t('title')}
      aside={
        <Group gap="xs">
          {mayShip && <PaperButton path={pickListAddress(order)}>{t('pickList')}</PaperButton>}
          {mayShip && !isPast && (may('plan_shipment') || waits) && <ShipTogether order={order} />}
          {may('plan_shipment') && (
            <Button
              size="compact-xs"
              variant="light"
              leftSection={<IconPlus size={14} />}
              loading={commands.isPending}
              onClick={() => commands.plan(open.length > 0)}
            >
              {t(open.length === 0 ? 'plan' : 'another')}
            </Button>
          )}
        </Group>
      }
    >
      {open.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      ) : (
        <div className={classes['board']}>
          <ShipmentColumn {...columns} shipment={null} />
          {open.map((shipment) => (
            <ShipmentColumn
              key={shipment.id}
              {...columns}
              shipment={shipment}
              onSend={() => setAsked({ command: 'send_package', typed: { shipmentId: shipment.id } })}
              onChange={() => setChanging(shipment.id)}
              onCancel={() => setAsked({ command: 'cancel_shipment', typed: { shipmentId: shipment.id } })}
              onPack={() => commands.pack(shipment.id)}
              packing={{
                onSendPacked: (packageId) => setAsked({ command: 'send_package', typed: { packageId } }),
                onChangePacked: (packageId) =>
                  setAsked({ command: 'pack_package', typed: { shipmentId: shipment.id, packageId } }),
                onUnpack: (packageId) => commands.unpack(shipment.id, packageId),
              }}
            />
          ))}
        </div>
      )}
      {moving !== null && (
        <MoveForm
          moving={moving}
          onLeave={() => setMoving(null)}
          onMove={(quantity) => {
            setMoving(null);
            commands.move(moving, quantity);
          }}
        />
      )}
      {changed !== undefined && <ChangeForm order={order} shipment={changed} onClose={() => setChanging(null)} />}
      <ActionDrawer
        order={order}
        command={asked?.command ?? null}
        typed={asked?.typed ?? {}}
        onClose={() => setAsked(null)}
      />
    </Section>
  );
}
