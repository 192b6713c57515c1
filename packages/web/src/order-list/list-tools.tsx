import { ActionIcon, Checkbox, Menu, Popover, Radio, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowsSort, IconColumns3, IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '@docket/sdk';
import { DownloadButton } from '../parts/download-button';
import { holds, useMay, useStanding } from '../session/session';
import { type ColumnName, COLUMNS } from './order-columns';
import type { OrderQuery, OrderSearch } from './order-search';
import { type Vocabulary, VOCABULARIES } from './order-words';

interface ListToolsProps {
  readonly search: OrderSearch;
  readonly query: OrderQuery;
  readonly columns: readonly ColumnName[];
  readonly vocabulary: Vocabulary;
  readonly asCards: boolean;
  readonly onSort: (sorted: Pick<OrderSearch, 'sort' | 'order'>) => void;
  readonly onColumns: (columns: readonly ColumnName[]) => void;
  readonly onVocabulary: (vocabulary: Vocabulary) => void;
  readonly onHelp: () => void;
}

/** How the list is shown, and taken away as a file. */
export function ListTools(props: ListToolsProps) {
  const { t } = useTranslation('order-list');
  const mayExport = useMay('orders.export');
  return (
    <>
      <SortMenu {...props} />
      <ShownMenu {...props} />
      {mayExport && (
        <DownloadButton
          size="lg"
          path={addressOf('exportOrders', { query: { ...props.query, format: 'csv' } }).path}
          file="orders.csv"
        />
      )}
      {!props.asCards && (
        <Tooltip label={t('keys.title')}>
          <ActionIcon variant="default" size="lg" aria-label={t('keys.title')} onClick={props.onHelp}>
            <IconKeyboard size={18} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}

const SORTS = [
  ['created', 'desc'],
  ['created', 'asc'],
  ['updated', 'desc'],
  ['due', 'asc'],
  ['total', 'desc'],
  ['total', 'asc'],
] as const;

function SortMenu({ search: { sort = 'created', order = sort === 'due' ? 'asc' : 'desc' }, onSort }: ListToolsProps) {
  const { t } = useTranslation('order-list');
  const maySeePrices = useMay('prices.view');
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('sort.title')}>
          <IconArrowsSort size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={`${sort}-${order}`}
          onChange={(chosen) => {
            const found = SORTS.find(([by, way]) => `${by}-${way}` === chosen);
            if (found !== undefined) onSort({ sort: found[0], order: found[1] });
          }}
        >
          {SORTS.filter(([by]) => by !== 'total' || maySeePrices).map(([by, way]) => (
            <Menu.RadioItem key={`${by}-${way}`} value={`${by}-${way}`}>
              {t(`sort.${by}-${way}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function ShownMenu({ columns, vocabulary, asCards, onColumns, onVocabulary }: ListToolsProps) {
  const { t } = useTranslation('order-list');
  const { membership } = useStanding();
  const offered = COLUMNS.filter(({ permission }) => permission === undefined || holds(membership, permission));
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('shown')}>
          <IconColumns3 size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown mah="70dvh" style={{ overflowY: 'auto' }}>
        <Stack gap="xs">
          <Radio.Group
            label={t('words.title')}
            value={vocabulary}
            onChange={(word) => onVocabulary(VOCABULARIES.find((one) => one === word) ?? 'native')}
          >
            <Stack gap={6} pt={6}>
              {VOCABULARIES.map((one) => (
                <Radio key={one} size="xs" value={one} label={t(`words.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {!asCards && (
            <Checkbox.Group
              label={t('columns')}
              value={[...columns]}
              onChange={(chosen) =>
                onColumns(COLUMNS.map(({ name }) => name).filter((name) => name === 'number' || chosen.includes(name)))
              }
            >
              <Stack gap={6} pt={6}>
                {offered.map(({ name }) => (
                  <Checkbox
                    key={name}
                    size="xs"
                    value={name}
                    disabled={name === 'number'}
                    label={<Text size="xs">{t(`column.${name}`)}</Text>}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
