import { Fieldset, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FoundLines } from '../../parts/found-lines';
import type { Order } from '../order-queries';
import { useMoney } from '../shown-money';

interface ItemsFieldProps {
  readonly order: Order;
  readonly label: string;
  /** True: pieces whose price goes back, beside what each line may give back at most. */
  readonly refunds?: true;
  readonly onValue: (items: readonly { readonly lineId: string; readonly quantity: number }[]) => void;
}

/** Pieces by line. Nothing typed means all that is left, or, where their price goes back, none by name. */
export function ItemsField({ order, label, onValue, refunds }: ItemsFieldProps) {
  const { t } = useTranslation('order');
  const shown = useMoney(order.currency);
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
          {t(refunds === true ? 'field.byAmount' : 'field.allLeft')}
        </Text>
        <FoundLines lines={order.lines} textOf={({ sku, name }) => `${sku} ${name}`}>
          {(lines) =>
            lines.map((line) => (
              <Group key={line.id} justify="space-between" wrap="nowrap">
                <div>
                  <Text size="sm">{line.name}</Text>
                  <Text size="xs" c="dimmed">
                    {refunds === true
                      ? t('field.refundable', { amount: shown(line.refundable) })
                      : t('field.lineCounts', {
                          ordered: line.quantity,
                          invoiced: line.invoiced,
                          shipped: line.shipped,
                        })}
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
            ))
          }
        </FoundLines>
      </Stack>
    </Fieldset>
  );
}
