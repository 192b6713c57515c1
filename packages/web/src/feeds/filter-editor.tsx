import { SegmentedControl, Stack, Switch, TagsInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Feed } from './feed';
import { ExpressionTest } from './expression-test';

export interface Filter {
  readonly type: Feed['filter']['type'];
  readonly document: 'docket' | 'vtex';
  readonly statuses: readonly string[];
  readonly expression: string;
  readonly everyMatch: boolean;
}

export const filterOf = (filter: Feed['filter'] | null): Filter => ({
  type: filter?.type ?? 'status',
  document: filter?.document ?? 'docket',
  statuses: filter?.statuses ?? [],
  expression: filter?.expression ?? '',
  everyMatch: filter?.everyMatch ?? false,
});

/** What belongs to the chosen kind of filter, as the API takes it. */
export const filterBody = ({ type, document, statuses, expression, everyMatch }: Filter): Feed['filter'] =>
  type === 'status'
    ? { type, document, ...(statuses.length === 0 ? {} : { statuses: [...statuses] }) }
    : { type, document, expression, everyMatch };

interface FilterEditorProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  /** Why the server refused the expression. */
  readonly error: string | null;
}

/** Which changes enter: steps that orders take, or an expression that is tried on real orders while it is written. */
export function FilterEditor({ filter, onChange, error }: FilterEditorProps) {
  const { t } = useTranslation('integration');
  return (
    <Stack gap="sm">
      <SegmentedControl
        fullWidth
        aria-label={t('feeds.filter')}
        value={filter.type}
        onChange={(type) => onChange({ ...filter, type })}
        data={[
          { value: 'status', label: t('feeds.byStatus') },
          { value: 'order', label: t('feeds.byExpression') },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('feeds.words')}
        value={filter.document}
        onChange={(document) => onChange({ ...filter, document })}
        data={[
          { value: 'docket', label: t('feeds.wordsDocket') },
          { value: 'vtex', label: t('feeds.wordsVtex') },
        ]}
      />
      {filter.type === 'status' ? (
        <TagsInput
          label={t('feeds.statuses')}
          description={t('feeds.statusesText')}
          value={[...filter.statuses]}
          onChange={(statuses) => onChange({ ...filter, statuses })}
          data={filter.document === 'vtex' ? VTEX_STATUSES : []}
        />
      ) : (
        <>
          <Textarea
            label={t('feeds.expression')}
            description={t('feeds.expressionText')}
            autosize
            minRows={3}
            maxRows={12}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            value={filter.expression}
            onChange={(event) => onChange({ ...filter, expression: event.currentTarget.value })}
            error={error}
          />
          <ExpressionTest expression={filter.expression} document={filter.document} />
          <Switch
            label={t('feeds.everyMatch')}
            checked={filter.everyMatch}
            onChange={(event) => onChange({ ...filter, everyMatch: event.currentTarget.checked })}
          />
        </>
      )}
    </Stack>
  );
}

/** Offered while typing; any word may be written. */
const VTEX_STATUSES = [
  'payment-pending',
  'payment-approved',
  'ready-for-handling',
  'handling',
  'invoiced',
  'cancellation-requested',
  'canceled',
];
