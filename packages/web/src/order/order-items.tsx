import { Badge, Group, ScrollArea, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HoldBadge } from '../holds/hold-badge';
import { useMoney } from './shown-money';
import { CustomFields } from './custom-fields';
import type { Order } from './order-queries';
import { Section } from './section';
import { ProductPicture } from '../parts/product-picture';

type Line = Order['lines'][number];

/** Rows drawn at first; an order of 5,000 lines would take the page seconds. */
const ROWS = 200;
const COUNTS = ['invoiced', 'shipped', 'handedOver', 'returned', 'cancelled'] as const;

/** What was ordered, and how much of it was invoiced, shipped, handed over, returned and given up. */
export function OrderItems({ order, isPast }: { readonly order: Order; readonly isPast: boolean }) {
  const { t } = useTranslation('order');
  const shown = useMoney(order.currency);
  const holdsOn = (lineId: string) => order.holds.filter(({ on }) => on?.kind === 'line' && on.id === lineId);
  const heldLines = new Set(
    order.holds.flatMap(({ on, released }) => (on === null || released !== null ? [] : [on.id])),
  );
  // Where one line has a picture, the names of all stand below each other.
  const pictured = order.lines.some(({ imageUrl }) => imageUrl !== undefined);
  // Most orders lose nothing on their way: the names have the room.
  const counts = COUNTS.filter(
    (count) => count === 'invoiced' || count === 'shipped' || order.lines.some((line) => (line[count] ?? 0) > 0),
  );
  return (
    <Section
      title={t('items.title')}
      aside={
        <Text size="xs" c="dimmed">
          {t('items.count', { count: order.lines.length })}
        </Text>
      }
    >
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('items.title') }}>
        <Table verticalSpacing={6} horizontalSpacing="xs" miw={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="50%">{t('items.item')}</Table.Th>
              <Table.Th ta="right">{t('items.ordered')}</Table.Th>
              {counts.map((count) => (
                <Table.Th key={count} ta="right">
                  {t(`items.${count}`)}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t('items.payable')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {order.lines.slice(0, ROWS).map((line) => (
              <Table.Tr key={line.id}>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap">
                    {pictured && <ProductPicture url={line.imageUrl} size={36} />}
                    <div>
                      <Text size="sm">{line.name}</Text>
                      <Group gap={6}>
                        <Text size="xs" c="dimmed">
                          {line.sku}
                          {line.seller !== null && ` · ${line.seller}`}
                        </Text>
                        <StockMark line={line} />
                        {heldLines.has(line.id) && <HoldBadge holds={holdsOn(line.id)} />}
                      </Group>
                      <CustomFields
                        order={order}
                        target="line"
                        id={line.id}
                        values={line.custom}
                        isPast={isPast}
                        of={line.name}
                      />
                    </div>
                  </Group>
                </Table.Td>
                <Count of={line.quantity} />
                {counts.map((count) => (
                  <Count key={count} of={line[count] ?? 0} />
                ))}
                <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {shown(line.money?.payable)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      {order.lines.length > ROWS && (
        <Text size="xs" c="dimmed">
          {t('items.more', { count: order.lines.length - ROWS })}
        </Text>
      )}
    </Section>
  );
}

/** Naught is grey: the eye finds what has happened. */
const Count = ({ of }: { readonly of: number }) => (
  <Table.Td ta="right">
    <Text size="sm" c={of === 0 ? 'dimmed' : 'inherit'}>
      {of}
    </Text>
  </Table.Td>
);

function StockMark({ line }: { readonly line: Line }) {
  const { t } = useTranslation('order');
  if (line.stock === null || line.stock.held === 0) return null;
  const { held, place, state } = line.stock;
  return (
    <Badge
      size="xs"
      variant="dot"
      tt="none"
      color={state === 'confirmed' ? 'green' : 'gray'}
      style={{ flexShrink: 0, maxWidth: 'none' }}
    >
      {t(`items.stock.${state}`, { held, place })}
    </Badge>
  );
}
