import { Button, Divider, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { SideDrawer } from '../parts/side-drawer';
import { Failed, Waiting } from '../parts/state-of-page';
import { useMoney } from './shown-money';
import { type Order, ledgerQuery } from './order-queries';
import { Section } from './section';

/** The figures of the totals and the account of the book that each is kept on. */
const TOTALS = [
  ['items', 'sold'],
  ['discounts', 'discounted'],
  ['shipping', 'shipping'],
  ['tax', 'taxed'],
  ['adjustments', 'adjusted'],
] as const;

/** Shown where something stands on them. */
const MOVED = [
  'authorised',
  'captured',
  'refunded',
  'refunded_beyond',
  'credited',
  'cancelled',
  'written_off',
  'imported_difference',
];

interface OrderMoneyProps {
  readonly order: Order;
  readonly isPast: boolean;
}

/** The money of the order; behind each figure stands why it is what it is. */
export function OrderMoney({ order, isPast }: OrderMoneyProps) {
  const { t } = useTranslation('order');
  const shown = useMoney(order.currency);
  const [account, setAccount] = useState<string | null>(null);
  const { totals, ledger } = order;
  if (totals === null || ledger === null) {
    return (
      <Section title={t('money.title')}>
        <Text size="sm" c="dimmed">
          {t('money.hidden')}
        </Text>
      </Section>
    );
  }
  const figure = (name: string, amount: number, of: string, strong = false) => (
    <Figure key={name} name={name} amount={shown(amount)} strong={strong} onWhy={() => setAccount(of)} />
  );
  return (
    <Section title={t('money.title')}>
      <Stack gap={2}>
        {TOTALS.filter(([field]) => field === 'items' || totals[field] !== 0).map(([field, of]) =>
          figure(t(`money.totals.${field}`), totals[field], of),
        )}
        {figure(t('money.totals.total'), totals.total, 'receivable', true)}
        <Divider my={4} />
        {MOVED.filter((of) => (ledger[of] ?? 0) !== 0).map((of) =>
          figure(t(`money.account.${of}`), Math.abs(ledger[of] ?? 0), of),
        )}
        {order.amountDue !== null && figure(t('money.due'), order.amountDue, 'receivable', true)}
      </Stack>
      <SideDrawer
        opened={account !== null}
        onClose={() => setAccount(null)}
        title={account === null ? '' : t('money.why', { account: t(`money.account.${account}`) })}
      >
        {account !== null && <AccountPostings order={order} account={account} isPast={isPast} />}
      </SideDrawer>
    </Section>
  );
}

interface FigureProps {
  readonly name: string;
  readonly amount: string;
  readonly strong: boolean;
  readonly onWhy: () => void;
}

function Figure({ name, amount, strong, onWhy }: FigureProps) {
  const { t } = useTranslation('order');
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm" fw={strong ? 600 : undefined}>
        {name}
      </Text>
      <Group gap={4} wrap="nowrap">
        <Text size="sm" fw={strong ? 600 : undefined} style={{ whiteSpace: 'nowrap' }}>
          {amount}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={onWhy} aria-label={t('money.whyFigure', { name })}>
          {t('money.whyShort')}
        </Button>
      </Group>
    </Group>
  );
}

interface AccountPostingsProps {
  readonly order: Order;
  readonly account: string;
  readonly isPast: boolean;
}

/** Every posting on one account of the book, up to the version in sight, with the balance after it. */
function AccountPostings({ order, account, isPast }: AccountPostingsProps) {
  const { t, i18n } = useTranslation('order');
  const shown = useMoney(order.currency);
  const ledger = useQuery(ledgerQuery(order.orderId, order.version));
  if (ledger.data === undefined) return ledger.error === null ? <Waiting lines={4} /> : <Failed error={ledger.error} />;
  const rows = ledger.data.entries
    .filter(({ version }) => !isPast || version <= order.version)
    .flatMap((entry) =>
      entry.postings
        .filter(({ debit, credit }) => debit === account || credit === account)
        .map((posting, place) => ({ ...posting, entry, key: `${entry.version} ${place}` })),
    );
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('money.explain')}
      </Text>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('money.event')}</Table.Th>
            <Table.Th>{t('money.other')}</Table.Th>
            <Table.Th ta="right">{t('money.amount')}</Table.Th>
            <Table.Th ta="right">{t('money.balance')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, entry, debit, credit, amount }) => (
            <Table.Tr key={key}>
              <Table.Td>
                <Text size="sm">{t(`eventType.${entry.type}`, { defaultValue: entry.type.replaceAll('_', ' ') })}</Text>
                <Text size="xs" c="dimmed">
                  {moment(entry.at, i18n.language)} · {t('history.version', { version: entry.version })}
                </Text>
              </Table.Td>
              <Table.Td>{t(`money.account.${debit === account ? credit : debit}`)}</Table.Td>
              <Table.Td ta="right">{shown(amount === null ? null : debit === account ? amount : -amount)}</Table.Td>
              <Table.Td ta="right">{shown(entry.balances === null ? null : (entry.balances[account] ?? 0))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length === 0 && <Text size="sm">{t('money.nothing')}</Text>}
    </Stack>
  );
}
