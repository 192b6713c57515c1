import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';
import { FoundLines } from '../parts/found-lines';
import { DraftAdditions } from './draft-additions';
import { deliveriesOf, type Editing } from './draft-changes';
import { DraftLine } from './draft-line';

interface DraftLinesProps extends Editing {
  readonly order: Order;
}

/** The lines of an order as they are edited, and what is added. Which of it may be now, the server says. */
export function DraftLines({ order, ...editing }: DraftLinesProps) {
  const { t } = useTranslation('drafts');
  const deliveries = deliveriesOf(order, editing.changes);
  return (
    <Section title={t('lines')}>
      <FoundLines lines={order.lines} textOf={({ sku, name }) => `${sku} ${name}`}>
        {(found) => (
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
                {found.map((line) => (
                  <DraftLine key={line.id} line={line} deliveries={deliveries} {...editing} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </FoundLines>
      <DraftAdditions order={order} {...editing} />
    </Section>
  );
}
