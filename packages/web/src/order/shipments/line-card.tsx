import { Group, Menu, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './shipments.module.css';

/** What is dragged, in the words of the drag itself: a line, the shipment that it leaves, and the package in it. */
const DRAGGED = 'application/x-docket-line';

/** Pieces on their way: empty words are what is not planned, and what is in no package. */
export interface Dragged {
  readonly lineId: string;
  readonly shipmentId: string;
  readonly packageId: string;
}

export const isDragged = ({ types }: DataTransfer): boolean => types.includes(DRAGGED);

export function draggedIn(transfer: DataTransfer): Dragged {
  const [lineId = '', shipmentId = '', packageId = ''] = transfer.getData(DRAGGED).split('\n');
  return { lineId, shipmentId, packageId };
}

export interface Destination {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly onChoose: () => void;
}

interface LineCardProps {
  readonly name: string;
  readonly pieces: number;
  readonly note?: string | null;
  readonly dragged: Dragged;
  /** None: it stays where it is. */
  readonly destinations: readonly Destination[];
}

/** A line, which is dragged with the mouse, or moved by its menu with the keyboard and on a phone. */
export function LineCard({ name, pieces, note = null, dragged, destinations }: LineCardProps) {
  const { t } = useTranslation('shipments');
  const moves = destinations.length > 0;
  return (
    <div
      className={classes['card']}
      draggable={moves}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, `${dragged.lineId}\n${dragged.shipmentId}\n${dragged.packageId}`);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Text size="sm" lh={1.3}>
          {pieces} × {name}
        </Text>
        {moves && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <UnstyledButton aria-label={t('moveLine', { name })} fz="xs" c="dimmed">
                {t('move')}
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('moveTo')}</Menu.Label>
              {destinations.map(({ label, icon, onChoose }) => (
                <Menu.Item key={label} leftSection={icon} onClick={onChoose}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {note !== null && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}
