import { Fieldset, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../order-queries';

interface ItemsFieldProps {
  readonly order: Order;
  readonly label: string;
  readonly onValue: (items: readonly { readonly lineId: string; readonly quantity: number }[]) => void;
}

/** Pieces by line. Nothing typed means all that is left. */
export function ItemsField({ order, label, onValue }: ItemsFieldProps) {
  const { t } = useTranslation('order');
  const [pieces, setPieces] = useState<Readonly<Record<string, number>>>({});
  const type = (lineId: string, quantity: number): void => {
    const next = { ...pieces, [lineId]: quantity };
    setPieces(next);
    onValue(
      Object.entries(next)
        .filter(([, count]) => count > 0)
        .map(([id, count]) => ({ lineId: id, quantity: count })),
    );
  };
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap={6} mah={320} style={{ overflowY: 'auto' }}>
        <Text size="xs" c="dimmed">
          {t('field.allLeft')}
        </Text>
        {order.lines.map((line) => (
          <Group key={line.id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm">{line.name}</Text>
              <Text size="xs" c="dimmed">
                {t('field.lineCounts', { ordered: line.quantity, invoiced: line.invoiced, shipped: line.shipped })}
              </Text>
            </div>
            <NumberInput
              aria-label={t('field.piecesOf', { name: line.name })}
              w={80}
              size="xs"
              min={0}
              allowDecimal={false}
              value={pieces[line.id] ?? ''}
              onChange={(value) => type(line.id, typeof value === 'number' ? value : 0)}
            />
          </Group>
        ))}
      </Stack>
    </Fieldset>
  );
}
