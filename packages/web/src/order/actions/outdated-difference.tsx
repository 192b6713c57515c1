import { Table, Text } from '@mantine/core';
import type { Problem } from '@docket/sdk';
import { useTranslation } from 'react-i18next';

interface OutdatedDifferenceProps {
  readonly problem: Problem;
  readonly currency: string;
}

/** The order has moved on since the preview: what the command would do now, beside what was shown. */
export function OutdatedDifference({ problem }: OutdatedDifferenceProps) {
  const { t } = useTranslation('order');
  return (
    <>
      <Text size="sm" mb="xs">
        {t('actions.outdatedText')}
      </Text>
      <Table verticalSpacing={4} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('history.field')}</Table.Th>
            <Table.Th>{t('actions.asShown')}</Table.Th>
            <Table.Th>{t('actions.asNow')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problem.difference?.map(({ pointer, before, after }) => (
            <Table.Tr key={pointer}>
              {[pointer.split('/').slice(2).join(' '), written(before), written(after)].map((cell, column) => (
                <Table.Td key={column} style={{ overflowWrap: 'anywhere' }}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** An effect says itself in one line where it has one. */
function written(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string')
    return value.text;
  return value === undefined || value === null ? '–' : JSON.stringify(value);
}
