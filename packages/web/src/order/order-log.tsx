import { Anchor, Stack, Table, Text } from '@mantine/core';
import { IconNotes } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { Empty } from '../parts/state-of-page';
import { Fact } from './fact';
import type { Order } from './order-queries';
import { Section } from './section';

/** What other systems wrote, the ids they know the order by, and what they carry on it. */
export function OrderLog({ order }: { readonly order: Order }) {
  const { t, i18n } = useTranslation('order');
  const ids = Object.entries(order.externalIds);
  const fields = Object.entries(order.custom);
  return (
    <Stack gap="md">
      <Section title={t('log.title')}>
        {order.log.length === 0 ? (
          <Empty icon={<IconNotes />} title={t('log.empty')} text={t('log.emptyText')} />
        ) : (
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('log.at')}</Table.Th>
                <Table.Th>{t('log.source')}</Table.Th>
                <Table.Th>{t('log.message')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {order.log.map(({ id, at, source, message }) => (
                <Table.Tr key={id}>
                  <Table.Td>{moment(at, i18n.language)}</Table.Td>
                  <Table.Td>{source}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{message ?? '…'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Section>
      <Section title={t('log.ids')}>
        <Fact name="Docket">{order.orderId}</Fact>
        <Fact name={t('log.group')}>
          {order.group} · {order.position}
        </Fact>
        {ids.map(([source, id]) => (
          <Fact key={source} name={source}>
            {id}
          </Fact>
        ))}
        {order.links.map(({ role, account, orderId }) => (
          <Fact key={orderId} name={t(`log.link.${role}`)}>
            {account === order.account ? (
              <Anchor component={Link} to={`/orders/${encodeURIComponent(orderId)}`} size="sm">
                {orderId}
              </Anchor>
            ) : (
              `${orderId} · ${account}`
            )}
          </Fact>
        ))}
        {fields.map(([name, value]) => (
          <Fact key={name} name={name}>
            <Text size="sm">{typeof value === 'string' ? value : JSON.stringify(value)}</Text>
          </Fact>
        ))}
      </Section>
    </Stack>
  );
}
