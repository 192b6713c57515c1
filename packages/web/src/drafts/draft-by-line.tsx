import { Table, Text } from '@mantine/core';
import type { Preview } from '@docket/sdk';
import { useTranslation } from 'react-i18next';
import { unitPrice } from '../format/unit-price';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';
import type { Found } from './draft-queries';

interface DraftByLineProps {
  readonly before: Order;
  readonly after: Order;
  readonly promotions: Found['promotionsByLine'];
  readonly stock: Preview['effects'][string]['stock'];
}

/** Rows drawn at once. */
const SHOWN = 100;

/** Line by line what becomes of its promotions, of its discount, and of the pieces that stock holds for it. */
export function DraftByLine({ before, after, promotions, stock }: DraftByLineProps) {
  const { t, i18n } = useTranslation(['drafts', 'order']);
  const fates = new Map(promotions.map(({ lineId, promotions: fate }) => [lineId, fate]));
  const had = new Map(before.lines.map((line) => [line.id, line]));
  const has = new Map(after.lines.map((line) => [line.id, line]));
  const moves = new Map<string, DraftByLineProps['stock']>();
  for (const move of stock) moves.set(move.lineId, [...(moves.get(move.lineId) ?? []), move]);
  const lines = [...after.lines, ...before.lines.filter(({ id }) => !has.has(id))].filter(
    ({ id }) => fates.has(id) || moves.has(id) || had.get(id)?.discountMicros !== has.get(id)?.discountMicros,
  );
  const discount = (line: Order['lines'][number] | undefined): string =>
    line === undefined || line.discountMicros === null || line.discountMicros === 0
      ? t('nothing')
      : unitPrice(line.discountMicros, before.currency, i18n.language);
  if (lines.length === 0) return null;
  return (
    <Section title={t('byLine.title')}>
      <Table.ScrollContainer minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('product')}</Table.Th>
              <Table.Th>{t('byLine.promotions')}</Table.Th>
              <Table.Th ta="right">{t('byLine.discountBefore')}</Table.Th>
              <Table.Th ta="right">{t('byLine.discountAfter')}</Table.Th>
              <Table.Th>{t('byLine.stock')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.slice(0, SHOWN).map(({ id, name }) => {
              const fate = fates.get(id);
              return (
                <Table.Tr key={id}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td>{fate === undefined ? t('nothing') : t(`byLine.fate.${fate}`)}</Table.Td>
                  <Table.Td ta="right">{discount(had.get(id))}</Table.Td>
                  <Table.Td ta="right">{discount(has.get(id))}</Table.Td>
                  <Table.Td>
                    {(moves.get(id) ?? []).map(({ kind, sku, place, quantity }) => (
                      <Text size="sm" key={`${kind} ${place}`}>
                        {t('order:preview.move', {
                          quantity,
                          sku,
                          place,
                          kind: t(`order:preview.stockKind.${kind}`, { defaultValue: kind.replaceAll('_', ' ') }),
                        })}
                      </Text>
                    ))}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {lines.length > SHOWN && <Text size="sm">{t('more', { count: lines.length - SHOWN })}</Text>}
    </Section>
  );
}
