import { Alert, Table, Text } from '@mantine/core';
import type { Preview } from '@docket/sdk';
import { useTranslation } from 'react-i18next';
import { money } from '../format/money';
import { EffectsByOrder } from '../order/actions/preview-effects';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';
import { DraftByLine } from './draft-by-line';
import { DraftDifference } from './draft-difference';
import type { Found } from './draft-queries';

const PARTS = ['items', 'discounts', 'shipping', 'tax', 'adjustments', 'total'] as const;

/**
 * All that making the edit would do: each change, line by line promotions and stock, both totals, and bookings, stock and papers of
 * every order that it touches. What the server says stands against it is told instead.
 */
export function DraftEffect({ order, found }: { readonly order: Order; readonly found: Found }) {
  const { t, i18n } = useTranslation('drafts');
  const problem = found.problem as { readonly title: string; readonly pointer?: string } | null;
  if (problem !== null) {
    const about = editAt(found, problem.pointer);
    return (
      <Alert color="red" role="alert" title={t('refused')}>
        {problem.title}
        {about !== undefined && <Text size="sm">{t('refusedAt', { change: t(`kind.${about}`) })}</Text>}
      </Alert>
    );
  }
  const preview = found.preview as {
    readonly order: Order;
    readonly effects: Preview['effects'];
    readonly warnings: Preview['warnings'];
  } | null;
  if (preview === null) return null;
  const shown = (amount: number | null): string =>
    amount === null ? '…' : money(amount, order.currency, i18n.language);
  const rows = [
    ...PARTS.map(
      (part) => [t(`part.${part}`), order.totals?.[part] ?? null, preview.order.totals?.[part] ?? null] as const,
    ),
    [t('part.due'), order.amountDue, preview.order.amountDue] as const,
  ];
  return (
    <>
      {preview.warnings.map(({ code, title }) => (
        <Alert key={code} color="yellow" role="status">
          {title}
        </Alert>
      ))}
      <DraftDifference before={order} after={preview.order} />
      <DraftByLine
        before={order}
        after={preview.order}
        promotions={found.promotionsByLine}
        stock={preview.effects[order.orderId]?.stock ?? []}
      />
      <Section title={t('effect')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('part.of')}</Table.Th>
              <Table.Th ta="right">{t('before')}</Table.Th>
              <Table.Th ta="right">{t('after')}</Table.Th>
              <Table.Th ta="right">{t('difference')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([name, before, after]) => {
              const difference = (after ?? 0) - (before ?? 0);
              return (
                <Table.Tr key={name} fw={difference === 0 ? 400 : 600}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td ta="right">{shown(before)}</Table.Td>
                  <Table.Td ta="right">{shown(after)}</Table.Td>
                  <Table.Td ta="right">{difference === 0 ? '' : shown(difference)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Section>
      <Section title={t('effects')}>
        <EffectsByOrder effects={preview.effects} order={order} />
      </Section>
    </>
  );
}

/** Which change a refusal is about, as `/changes/1/quantity` says; undefined: the edit as a whole. */
function editAt({ changes }: Found, pointer = ''): string | undefined {
  if (pointer === '/promotions') return 'promotions';
  const index = /^\/changes\/(\d+)/.exec(pointer)?.[1];
  return index === undefined ? undefined : (changes[Number(index)] as { readonly change?: string } | undefined)?.change;
}
