import { Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';
import { DraftAdditions } from './draft-additions';
import { deliveriesOf, type Editing } from './draft-changes';
import { DraftLine } from './draft-line';

interface DraftLinesProps extends Editing {
  readonly order: Order;
}

/** Lines drawn at once; the rest is found by its SKU or name. */
const SHOWN = 100;

/** The lines of an order as they are edited, and what is added. Which of it may be now, the server says. */
export function DraftLines({ order, ...editing }: DraftLinesProps) {
  const { t } = useTranslation('drafts');
  const [sought, setSought] = useState('');
  const deliveries = deliveriesOf(order, editing.changes);
  const wanted = sought.trim().toLowerCase();
  const found = order.lines.filter(({ sku, name }) => `${sku} ${name}`.toLowerCase().includes(wanted));
  return (
    <Section title={t('lines')}>
      {order.lines.length > 10 && (
        <TextInput label={t('find')} value={sought} onChange={(event) => setSought(event.currentTarget.value)} />
      )}
      <Table.ScrollContainer minWidth={480}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('product')}</Table.Th>
              <Table.Th>{t('quantity')}</Table.Th>
              <Table.Th>{t('price')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.slice(0, SHOWN).map((line) => (
              <DraftLine key={line.id} line={line} deliveries={deliveries} {...editing} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {found.length > SHOWN && <Text size="sm">{t('more', { count: found.length - SHOWN })}</Text>}
      <DraftAdditions order={order} {...editing} />
    </Section>
  );
}
