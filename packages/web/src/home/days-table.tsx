import { ScrollArea, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { calendarDay } from '../format/moments';
import type { Figure, Measure } from './figures-of';

interface DaysTableProps {
  readonly days: readonly Figure[];
  readonly measure: Measure;
  /** Pixels. */
  readonly height: number;
  readonly money: (minor: number) => string;
}

/** The figures of the chart in words, the latest day first. */
export function DaysTable({ days, measure, height, money }: DaysTableProps) {
  const { t, i18n } = useTranslation('home');
  return (
    <ScrollArea h={height} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('days') }}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('day')}</Table.Th>
            <Table.Th ta="right">{t('orders')}</Table.Th>
            {measure.of === 'money' && <Table.Th ta="right">{t('total')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.toReversed().map(({ name, orders, money: minor }) => (
            <Table.Tr key={name}>
              <Table.Td>{calendarDay(name, i18n.language)}</Table.Td>
              <Table.Td ta="right" className="figure">
                {new Intl.NumberFormat(i18n.language).format(orders)}
              </Table.Td>
              {measure.of === 'money' && (
                <Table.Td ta="right" className="figure">
                  {money(minor)}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
