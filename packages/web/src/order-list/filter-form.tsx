import { Button, Checkbox, Group, Radio, ScrollArea, Stack, TagsInput, TextInput } from '@mantine/core';
import type { OrderRow } from '@docket/sdk';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { useMay } from '../session/session';
import type { FilterKind, Suggested } from './filter-kinds';
import { wordOf } from './filter-text';
import type { OrderSearch } from './order-search';

export interface FilterFormProps {
  readonly kind: FilterKind;
  readonly search: OrderSearch;
  /** The rows at hand, which suggest what could be looked for. */
  readonly rows: readonly OrderRow[];
  readonly onChange: (change: Partial<OrderSearch>) => void;
}

/** What a filter can be set to. Every change is asked at once. */
export function FilterForm(props: FilterFormProps) {
  switch (props.kind.form) {
    case 'choice':
      return <Choices {...props} words={props.kind.words} />;
    case 'words':
      return <Words {...props} from={props.kind.from} />;
    case 'days':
      return <Days {...props} names={props.kind.names as readonly [DayName, DayName]} />;
    case 'flag':
      return <Flag {...props} words={['true', 'false']} />;
    case 'one':
      return <Flag {...props} words={props.kind.words} />;
    case 'shown':
      return null;
  }
}

const only = (name: string, value: unknown): Partial<OrderSearch> => ({ [name]: value });

const listOf = (search: OrderSearch, name: string): string[] =>
  [search[name as keyof OrderSearch] ?? []].flat().map(String);

function Choices({ kind, search, rows, words, onChange }: FilterFormProps & { readonly words: readonly string[] }) {
  const { t } = useTranslation('order-list');
  const [name] = kind.names;
  const value = listOf(search, kind.name);
  const ofRows = name === 'status' ? rows.map(({ status }) => status) : [];
  const offered = [...new Set([...words, ...value, ...ofRows])];
  return (
    <Checkbox.Group
      value={value}
      onChange={(chosen) => onChange(only(kind.name, chosen.length === 0 ? undefined : chosen))}
      aria-label={t(`filter.${kind.name as 'stage'}`)}
    >
      <ScrollArea.Autosize mah={320} type="auto">
        <Stack gap={8} pr="sm" py={2}>
          {offered.map((word) => (
            <Checkbox key={word} size="xs" value={word} label={wordOf(kind.name, word, t)} />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Checkbox.Group>
  );
}

function Words({ kind, search, rows, from, onChange }: FilterFormProps & { readonly from: Suggested | null }) {
  const { t } = useTranslation('order-list');
  const suggestions = useSuggestions(from, rows);
  return (
    <TagsInput
      size="xs"
      w={260}
      label={t(`filter.${kind.name as 'tag'}`)}
      placeholder={t('typeAndEnter')}
      data={suggestions}
      value={listOf(search, kind.name)}
      maxTags={50}
      acceptValueOnBlur
      comboboxProps={{ withinPortal: false }}
      data-autofocus
      onChange={(words) => onChange(only(kind.name, words.length === 0 ? undefined : words))}
    />
  );
}

function useSuggestions(from: Suggested | null, rows: readonly OrderRow[]): string[] {
  const maySee = useMay('settings.view');
  const { data: places = [] } = useQuery({
    queryKey: ['order-list', 'suggested', from],
    enabled: maySee && (from === 'stores' || from === 'channels'),
    staleTime: 300_000,
    queryFn: async () => {
      const names: string[] = [];
      if (from === 'stores') for await (const { store } of docket.all('listStore')) names.push(store);
      else for await (const { channel } of docket.all('listChannel')) names.push(channel);
      return names;
    },
  });
  const seen = from === null ? [] : rows.slice(0, 500).flatMap((row) => SEEN[from](row));
  return [...new Set([...places, ...seen])].sort();
}

const SEEN: Readonly<Record<Suggested, (row: OrderRow) => readonly string[]>> = {
  stores: ({ store }) => [store],
  channels: ({ channel }) => [channel],
  tags: ({ tags }) => tags,
  assignees: ({ assignee }) => (assignee === null ? [] : [assignee]),
  sellers: ({ sellers }) => sellers,
  workflows: ({ workflow }) => [workflow],
  currencies: ({ currency }) => [currency],
};

function Flag({ kind, search, words, onChange }: FilterFormProps & { readonly words: readonly string[] }) {
  const { t } = useTranslation('order-list');
  const value = search[kind.names[0] as keyof OrderSearch];
  return (
    <Radio.Group
      value={value === undefined ? '' : String(value)}
      aria-label={t(`filter.${kind.name as 'late'}`)}
      onChange={(word) => onChange(only(kind.name, kind.form === 'flag' ? word === 'true' : word))}
    >
      <Stack gap={8}>
        {words.map((word) => (
          <Radio key={word} size="xs" value={word} label={wordOf(kind.name, word, t)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

type DayName = 'createdFrom' | 'createdTo';

const PERIODS = [
  ['today', 0],
  ['week', 6],
  ['month', 29],
] as const;

function Days({ search, names, onChange }: FilterFormProps & { readonly names: readonly [DayName, DayName] }) {
  const { t } = useTranslation('order-list');
  const [from, to] = names;
  const set = (name: DayName, day: string, later: number): void =>
    onChange(only(name, day === '' ? undefined : beginOf(day, later)));
  return (
    <Stack gap="xs" w={260}>
      <Group gap={6} grow>
        {PERIODS.map(([period, days]) => (
          <Button
            key={period}
            size="compact-xs"
            variant="default"
            onClick={() => onChange({ [from]: beginOf(dayOf(new Date()), -days), [to]: undefined })}
          >
            {t(`period.${period}`)}
          </Button>
        ))}
      </Group>
      <TextInput
        type="date"
        size="xs"
        label={t('from')}
        value={search[from] === undefined ? '' : dayOf(new Date(search[from]))}
        onChange={({ currentTarget }) => set(from, currentTarget.value, 0)}
      />
      <TextInput
        type="date"
        size="xs"
        label={t('to')}
        value={search[to] === undefined ? '' : dayOf(new Date(Date.parse(search[to]) - 1))}
        onChange={({ currentTarget }) => set(to, currentTarget.value, 1)}
      />
    </Stack>
  );
}

/** `2026-03-02`, as the reader's own clock has it. */
function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}

/** The instant at which the day begins, or one so many days later. */
function beginOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
