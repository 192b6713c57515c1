import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { currencyDigits } from '../format/currency-digits';
import { money } from '../format/money';
import type { Change } from './order-queries';

interface ChangeListProps {
  readonly changes: readonly Change[];
  readonly currency: string;
}

/** Fields that differ, with what stood there before and after. */
export function ChangeList({ changes, currency }: ChangeListProps) {
  const { t } = useTranslation('order');
  const written = useValue(currency);
  if (changes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('history.nothing')}
      </Text>
    );
  }
  return (
    <Table verticalSpacing={4} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="34%">{t('history.field')}</Table.Th>
          <Table.Th>{t('history.before')}</Table.Th>
          <Table.Th>{t('history.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map((change) => (
          <Table.Tr key={change.path}>
            <Table.Td>{change.label}</Table.Td>
            <Table.Td c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {written(change.before, change)}
            </Table.Td>
            <Table.Td fw={500} style={{ overflowWrap: 'anywhere' }}>
              {written(change.after, change)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Millionths of the major unit to minor units, which `money` writes. */
const minorOf = (micros: number, currency: string): number => micros / 10 ** (6 - currencyDigits(currency));

function useValue(currency: string): (value: unknown, change: Pick<Change, 'format' | 'field'>) => string {
  const { t, i18n } = useTranslation('order');
  return (value, { format, field }) => {
    if (value === null || value === undefined) return '–';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') {
      if (format === 'amount') return money(value, currency, i18n.language);
      return format === 'unit_price' ? money(minorOf(value, currency), currency, i18n.language) : String(value);
    }
    if (typeof value === 'string') return format === 'instant' ? moment(value, i18n.language) : value;
    return brief(value, PIECES.test(field) ? null : currency, i18n.language);
  };
}

/** In lines of returns `authorised` and its like count pieces. */
const PIECES = /^returns(?:\.lines)?$/;

/** What a whole document says, without its braces: `method: card, amount: €16.70`. Without a currency no figure is an amount. */
function brief(value: unknown, currency: string | null, language: string, name = ''): string {
  if (Array.isArray(value)) return value.map((one) => brief(one, currency, language, name)).join('; ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([field, inner]) => field !== 'id' && !isNothing(inner))
      .map(([field, inner]) => `${spaced(field)}: ${brief(inner, currency, language, field)}`)
      .join(', ');
  }
  if (typeof value === 'number' && currency !== null && AMOUNTS.has(name)) return money(value, currency, language);
  if (typeof value === 'string' && INSTANTS.test(name)) return moment(value, language);
  return String(value);
}

/** Fields of documents that are in minor units, and those that are instants. */
const AMOUNTS = new Set(['amount', 'value', 'authorised', 'captured', 'voided', 'refunded', 'price']);
const INSTANTS = /(?:^at|At|shipBy)$/;

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
const spaced = (field: string): string => field.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
