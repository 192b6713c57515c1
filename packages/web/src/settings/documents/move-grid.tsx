import { Checkbox, Stack, Switch, Table, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { labelIn } from '../../documents/labels';
import { allMoves, type MovesDraft, type StatusDraft } from './type-draft';
import { Wrong } from './wrong';

interface MoveGridProps {
  readonly statuses: readonly StatusDraft[];
  readonly value: MovesDraft;
  readonly error: string | null;
  readonly onChange: (moves: MovesDraft) => void;
}

/** Which status may follow which: any, or those that are ticked, from the left to the top. */
export function MoveGrid({ statuses, value, error, onChange }: MoveGridProps) {
  const { t, i18n } = useTranslation('document-types');
  const nameOf = ({ labels, status }: StatusDraft): string =>
    labelIn(labels, i18n.language, status) || status || t('newStatus');
  return (
    <Stack gap="xs">
      <Switch
        label={t('anyMove')}
        description={t('anyMoveText')}
        checked={value === null}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? null : allMoves(statuses))}
      />
      {value !== null && statuses.length > 1 && (
        <Table.ScrollContainer minWidth={0}>
          <Table
            w="auto"
            withTableBorder
            withColumnBorders
            verticalSpacing={4}
            aria-label={t('moves')}
            onKeyDown={walk}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Td>
                  <Text span size="xs" c="dimmed">
                    {t('fromTo')}
                  </Text>
                </Table.Td>
                {statuses.map((to) => (
                  <Table.Th key={to.key} scope="col" fz="xs">
                    {nameOf(to)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {statuses.map((from, row) => (
                <Table.Tr key={from.key}>
                  <Table.Th scope="row" fz="xs">
                    {nameOf(from)}
                  </Table.Th>
                  {statuses.map((to, column) => {
                    const targets = value[from.key] ?? [];
                    return (
                      <Table.Td key={to.key}>
                        {from.key === to.key ? (
                          <Text c="dimmed" ta="center" size="xs" aria-hidden>
                            –
                          </Text>
                        ) : (
                          <Checkbox
                            size="xs"
                            data-cell={`${row} ${column}`}
                            aria-label={`${nameOf(from)} → ${nameOf(to)}`}
                            styles={{ body: { justifyContent: 'center' } }}
                            checked={targets.includes(to.key)}
                            onChange={({ currentTarget: { checked } }) =>
                              onChange({
                                ...value,
                                [from.key]: checked
                                  ? [...targets, to.key]
                                  : targets.filter((target) => target !== to.key),
                              })
                            }
                          />
                        )}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {error !== null && <Wrong text={error} />}
    </Stack>
  );
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows lead from box to box, over the diagonal, which has none. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  const cell = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
  if (step === undefined || cell === undefined) return;
  const [row = 0, column = 0] = cell.split(' ').map(Number);
  for (const far of [1, 2]) {
    const next = event.currentTarget.querySelector<HTMLElement>(
      `[data-cell="${row + far * step[0]} ${column + far * step[1]}"]`,
    );
    if (next === null) continue;
    event.preventDefault();
    next.focus();
    return;
  }
}
