import { Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldForm } from '../../documents/field-form';
import type { FieldsSchema, FieldValues } from '../../documents/field-schema';

/** Of amounts: a form for an order has the order's own. */
const SAMPLE_CURRENCY = 'EUR';

/** The form that people will see, to be tried; nothing of what is typed here is kept. */
export function FieldPreview({ schema }: { readonly schema: FieldsSchema | null }) {
  const { t } = useTranslation('document-types');
  const [values, setValues] = useState<FieldValues>({});
  // A field that has no name yet would be one that nobody can tell.
  const named = schema === null ? [] : Object.entries(schema.properties).filter(([name]) => name !== '');
  return (
    <Paper
      component="section"
      withBorder
      p="md"
      aria-label={t('preview')}
      style={{ position: 'sticky', top: 'calc(var(--app-shell-header-height) + 16px)' }}
    >
      <Text size="xs" c="dimmed" fw={600} mb="sm">
        {t('preview')}
      </Text>
      {schema === null || named.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(schema === null ? 'noPreview' : 'noFields')}
        </Text>
      ) : (
        <FieldForm
          schema={{ ...schema, properties: Object.fromEntries(named) }}
          values={values}
          currency={SAMPLE_CURRENCY}
          onValue={(name, value) => setValues({ ...values, [name]: value })}
        />
      )}
    </Paper>
  );
}
