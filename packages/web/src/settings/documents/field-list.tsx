import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../parts/json-findings';
import { FieldCard } from './field-card';
import type { FieldDraft } from './fields-draft';
import { moved, newKey, without, written } from './rows';
import { isIn } from './use-findings';
import { Wrong } from './wrong';

interface FieldListProps {
  readonly value: readonly FieldDraft[];
  readonly languages: readonly string[];
  /** By pointers into the definition. */
  readonly findings: readonly Finding[];
  readonly mayEdit: boolean;
  readonly onChange: (fields: readonly FieldDraft[]) => void;
}

/** The fields of a definition in the order of the form. */
export function FieldList({ value, languages, findings, mayEdit, onChange }: FieldListProps) {
  const { t } = useTranslation('document-types');
  const [open, setOpen] = useState<string | null>(null);
  const sections = [...new Set(value.map(({ schema }) => schema['x-section'] ?? ''))].filter((name) => name !== '');
  // What was said of a name that no field has any more is over.
  const others = findings.filter(({ pointer }) => !pointer.startsWith('/properties/'));
  const add = (): void => {
    const key = newKey();
    onChange([...value, { key, name: '', isRequired: false, schema: { type: 'string' }, choices: [] }]);
    setOpen(key);
  };
  return (
    <Stack gap="xs">
      {others.map(({ pointer, message }) => (
        <Wrong
          key={`${pointer} ${message}`}
          text={[pointer.slice(1), message].filter((each) => each !== '').join(': ')}
        />
      ))}
      {value.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noFields')}
        </Text>
      )}
      <Stack gap="xs" role="list" aria-label={t('fields')}>
        {value.map((field, place) => {
          const at = `/properties/${field.name}`;
          return (
            <FieldCard
              key={field.key}
              value={field}
              languages={languages}
              sections={sections}
              isOpen={open === field.key}
              isFirst={place === 0}
              isLast={place === value.length - 1}
              mayEdit={mayEdit}
              isTwice={value.some(({ name }, before) => before < place && name === field.name)}
              findings={findings
                .filter(({ pointer }) => isIn(pointer, at))
                .map(({ pointer, message }) => ({ pointer: pointer.slice(at.length), message }))}
              onToggle={() => setOpen(open === field.key ? null : field.key)}
              onChange={(fields) => onChange(written(value, field.key, fields))}
              onMove={(by) => onChange(moved(value, field.key, by))}
              onRemove={() => onChange(without(value, field.key))}
            />
          );
        })}
      </Stack>
      {mayEdit && (
        <Group>
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={add}>
            {t('addField')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
