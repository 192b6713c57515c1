import { Button, Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../docket';
import { currencyDigits } from '../format/currency-digits';
import { AmountInput } from '../parts/amount-input';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';
import { type DocumentType, statusLabel } from './definitions';
import { FieldForm } from './field-form';
import { useFieldProblem } from './field-problem';
import { fieldsIn, type FieldValues } from './field-schema';

/** What a form of a document sends; what was not touched is absent. */
export interface DocumentWords {
  readonly status?: string;
  readonly approved?: boolean;
  readonly amount?: number | null;
  readonly outerId?: string | null;
  readonly comment?: string | null;
  readonly custom?: FieldValues;
}

interface DocumentFormProps {
  readonly type: DocumentType;
  readonly currency: string;
  /** As it stands; null: a new one. */
  readonly document: Required<DocumentWords> | null;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly onSave: (words: DocumentWords) => void;
}

const NEW: Omit<Required<DocumentWords>, 'status'> = {
  approved: false,
  amount: null,
  outerId: null,
  comment: null,
  custom: {},
};

/** A document of the account's own, new or as it stands: the fields of its type, and what every document has. */
export function DocumentForm({ type, currency, document, isSaving, error, onSave }: DocumentFormProps) {
  const { t, i18n } = useTranslation(['documents', 'shell']);
  const [words, setWords] = useState<DocumentWords>({});
  const write = (changed: DocumentWords): void => setWords({ ...words, ...changed });
  const stood = document ?? { ...NEW, status: type.statuses[0]?.status ?? '' };
  const now = { ...stood, ...words };
  const custom = { ...stood.custom, ...words.custom };
  const fields = useFieldProblem(error);
  const problem = problemOf(error);
  const problemAt = (pointer: string): string | null => (problem?.pointer === pointer ? problem.detail : null);
  const isTold = fields.isTold || ['/status', '/amount', '/comment', '/outerId'].includes(problem?.pointer ?? '');
  return (
    <form onSubmit={submitted(() => onSave(words))}>
      <Stack gap="sm">
        <FieldForm
          schema={fieldsIn(type.fields)}
          values={custom}
          currency={currency}
          problemOf={fields.of}
          onValue={(name, value) => write({ custom: { ...words.custom, [name]: value } })}
        />
        <Select
          label={t('status')}
          allowDeselect={false}
          data={statusChoices(type, stood.status, i18n.language)}
          value={now.status}
          onChange={(status) => {
            if (status !== null) write({ status });
          }}
          error={problemAt('/status')}
        />
        <AmountInput
          label={t('amount')}
          description={t('amountText')}
          isSigned
          suffix={` ${currency}`}
          digits={currencyDigits(currency)}
          value={now.amount}
          onChange={(amount) => write({ amount })}
          error={problemAt('/amount')}
        />
        <TextInput
          label={t('outerId')}
          description={t('outerIdText')}
          maxLength={100}
          value={now.outerId ?? ''}
          onChange={({ currentTarget }) => write({ outerId: currentTarget.value === '' ? null : currentTarget.value })}
          error={problemAt('/outerId')}
        />
        <Textarea
          label={t('comment')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={now.comment ?? ''}
          onChange={({ currentTarget }) => write({ comment: currentTarget.value === '' ? null : currentTarget.value })}
          error={problemAt('/comment')}
        />
        <Checkbox
          label={t('approved')}
          checked={now.approved}
          onChange={({ currentTarget }) => write({ approved: currentTarget.checked })}
        />
        <Refused error={isTold ? null : error} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSaving} disabled={document !== null && Object.keys(words).length === 0}>
            {t(document === null ? 'add' : 'shell:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** All statuses of the type, and the one that stands where the type has it no more. Where it may go, the server says. */
const statusChoices = (type: DocumentType, stood: string, language: string) =>
  [...new Set([...type.statuses.map(({ status }) => status), stood])].map((status) => ({
    value: status,
    label: statusLabel(type, status, language),
  }));
