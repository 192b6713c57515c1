import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { money } from '../format/money';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';

interface DraftDifferenceProps {
  readonly before: Order;
  readonly after: Order;
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** Rows drawn at once: an edit may be about every line of the largest order. */
const SHOWN = 100;

/** Everything that a draft changes, each before and after: lines, discounts, deliveries, addresses, payments, channel. */
export function DraftDifference({ before, after }: DraftDifferenceProps) {
  const { t } = useTranslation('drafts');
  const rows = useRows(before, after);
  if (rows.length === 0) return null;
  return (
    <Section title={t('whatChanges')}>
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('what')}</Table.Th>
              <Table.Th>{t('before')}</Table.Th>
              <Table.Th>{t('after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, SHOWN).map(({ key, name, was, is }) => (
              <Table.Tr key={key}>
                <Table.Td>{name}</Table.Td>
                <Table.Td style={{ whiteSpace: 'pre-line' }} c="dimmed">
                  {was ?? t('nothing')}
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'pre-line' }}>{is ?? t('nothing')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows.length > SHOWN && (
        <Stack>
          <Text size="sm">{t('moreChanges', { count: rows.length - SHOWN })}</Text>
        </Stack>
      )}
    </Section>
  );
}

function useRows(before: Order, after: Order): readonly Row[] {
  const { t, i18n } = useTranslation('drafts');
  const amount = (value: number | null): string =>
    value === null ? '…' : money(value, before.currency, i18n.language);
  const differing = <Item extends { readonly id: string }>(
    kind: string,
    had: readonly Item[],
    has: readonly Item[],
    name: (item: Item) => string,
    shown: (item: Item) => string,
  ): readonly Row[] => {
    const now = new Map(has.map((item) => [item.id, item]));
    const known = new Set(had.map(({ id }) => id));
    const pairs = [
      ...had.map((item) => [item, now.get(item.id) ?? null] as const),
      ...has.filter(({ id }) => !known.has(id)).map((item) => [null, item] as const),
    ];
    return pairs.flatMap(([was, is]): readonly Row[] => {
      const [one, other] = [was === null ? null : shown(was), is === null ? null : shown(is)];
      const item = is ?? was;
      return one === other || item === null
        ? []
        : [{ key: `${kind} ${item.id}`, name: name(item), was: one, is: other }];
    });
  };
  const line = ({ quantity, money: { net }, tax }: ReturnType<typeof lineOf>): string =>
    [`${quantity} · ${amount(net)}`, ...(tax ? [t('taxOf', { tax: amount(tax) })] : [])].join('\n');
  const single = (key: string, name: string, was: string | null, is: string | null): readonly Row[] =>
    was === is ? [] : [{ key, name, was, is }];
  return [
    ...differing('line', before.lines.map(lineOf), after.lines.map(lineOf), ({ name }) => name, line),
    ...differing(
      'discount',
      before.discounts,
      after.discounts,
      ({ name }) => name,
      ({ amount: off }) => amount(off),
    ),
    ...differing(
      'adjustment',
      before.adjustments,
      after.adjustments,
      ({ name }) => name,
      ({ amount: of }) => amount(of),
    ),
    ...differing(
      'delivery',
      before.deliveries,
      after.deliveries,
      ({ id }) => t('deliveryOf', { place: id }),
      ({ method, price, address }) =>
        [[method, amount(price)].filter(Boolean).join(' · '), ...linesOf(address)].join('\n'),
    ),
    ...differing(
      'payment',
      before.payments,
      after.payments,
      ({ id }) => t('paymentMethod', { id }),
      ({ method, amount: of }) => `${method} · ${amount(of)}`,
    ),
    ...single(
      'billing',
      t('address.billing'),
      linesOf(before.billingAddress).join('\n') || null,
      linesOf(after.billingAddress).join('\n') || null,
    ),
    ...single('channel', t('channel'), before.channel, after.channel),
    ...single('coupons', t('coupon'), couponsOf(before), couponsOf(after)),
  ];
}

const couponsOf = ({ promotions }: Order): string | null =>
  promotions.flatMap(({ coupon }) => coupon ?? []).join(', ') || null;

/** What of a line is compared; amounts are null for who does not see them. */
const lineOf = (line: Order['lines'][number]) => ({
  id: line.id,
  name: line.name,
  quantity: line.quantity,
  money: { net: line.money?.net ?? null },
  tax: line.money?.share.tax ?? null,
});

function linesOf(address: Order['billingAddress']): string[] {
  if (address === null) return [];
  const { receiver, street, number, complement, postalCode, city, state, country } = address;
  return [[receiver], [street, number, complement], [postalCode, city, state, country]].flatMap((words) => {
    const text = words.filter(Boolean).join(' ');
    return text === '' ? [] : [text];
  });
}
