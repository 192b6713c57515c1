import { Button, Group, Modal, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Pieces of a line on their way from one column to another. */
export interface Moving {
  readonly lineId: string;
  readonly name: string;
  readonly most: number;
  /** Null: not planned. */
  readonly from: string | null;
  /** Null: planned no more; `new`: a new shipment. */
  readonly to: string | null;
  /** Within one shipment, between its packages; null: in none. */
  readonly packages?: { readonly from: string | null; readonly to: string | null };
}

interface MoveFormProps {
  readonly moving: Moving;
  readonly onMove: (quantity: number) => void;
  readonly onLeave: () => void;
}

/** Of several pieces: how many go? All of them, where nothing else is said. */
export function MoveForm({ moving, onMove, onLeave }: MoveFormProps) {
  const { t } = useTranslation(['shipments', 'order']);
  const [quantity, setQuantity] = useState<number | string>(moving.most);
  return (
    <Modal opened onClose={onLeave} title={t('howMany', { name: moving.name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onMove(Number(quantity));
        }}
      >
        <Stack>
          <NumberInput
            data-autofocus
            label={t('pieces', { count: moving.most })}
            required
            min={1}
            max={moving.most}
            allowDecimal={false}
            clampBehavior="strict"
            value={quantity}
            onChange={setQuantity}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onLeave}>
              {t('order:actions.leave')}
            </Button>
            <Button type="submit" disabled={quantity === ''}>
              {t('move')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
