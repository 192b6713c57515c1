import { Autocomplete, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldSchema } from '../../documents/field-schema';
import { ChoiceList } from './choice-list';
import { FieldBounds } from './field-bounds';
import { asKind, FIELD_KINDS, isFieldKind, kindOf } from './field-kinds';
import type { FieldDraft } from './fields-draft';
import { LabelsInput } from './labels-input';

interface FieldDetailsProps {
  readonly value: FieldDraft;
  readonly languages: readonly string[];
  /** Parts of the form that there are. */
  readonly sections: readonly string[];
  /** What is wrong with the name. */
  readonly nameError: string | null;
  /** What is wrong at a keyword of the field. */
  readonly errorOf: (keyword: string) => string | null;
  readonly onChange: (fields: Partial<FieldDraft>) => void;
}

/** Everything of one field. */
export function FieldDetails({ value, languages, sections, nameError, errorOf, onChange }: FieldDetailsProps) {
  const { t } = useTranslation('document-types');
  const { name, isRequired, schema, choices } = value;
  const kind = kindOf(schema);
  const isChosen = kind === 'choice' || kind === 'choices';
  const say = <Keyword extends keyof FieldSchema>(keyword: Keyword, said: FieldSchema[Keyword] | undefined): void => {
    const { [keyword]: _before, ...rest } = schema;
    onChange({ schema: (said === undefined ? rest : { ...rest, [keyword]: said }) as FieldSchema });
  };
  const text = (typed: string): string | undefined => (typed === '' ? undefined : typed);
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          size="xs"
          label={t('fieldName')}
          description={t('fieldNameText')}
          required
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          value={name}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
          error={nameError}
        />
        <Select
          size="xs"
          label={t('fieldKind')}
          description={t(`kindText.${kind}`)}
          allowDeselect={false}
          maxDropdownHeight={320}
          data={FIELD_KINDS.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
          value={kind}
          onChange={(chosen) => {
            if (isFieldKind(chosen)) onChange({ schema: asKind(schema, chosen) });
          }}
          error={errorOf('type') ?? errorOf('format')}
        />
      </SimpleGrid>
      <LabelsInput
        size="xs"
        label={t('fieldLabels')}
        languages={languages}
        value={schema['x-labels'] ?? {}}
        onChange={(labels) => say('x-labels', labels)}
        error={errorOf('x-labels')}
      />
      {isChosen && (
        <ChoiceList
          value={choices}
          languages={languages}
          error={errorOf('enum') ?? errorOf('items') ?? errorOf('x-enum-labels')}
          onChange={(all) => onChange({ choices: all })}
        />
      )}
      <FieldBounds value={schema} errorOf={errorOf} onChange={(bounded) => onChange({ schema: bounded })} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Autocomplete
          size="xs"
          label={t('section')}
          description={t('sectionText')}
          maxLength={200}
          data={[...sections]}
          value={schema['x-section'] ?? ''}
          onChange={(typed) => say('x-section', text(typed))}
          error={errorOf('x-section')}
        />
        <TextInput
          size="xs"
          label={t('hint')}
          description={t('hintText')}
          maxLength={200}
          value={schema.description ?? ''}
          onChange={({ currentTarget }) => say('description', text(currentTarget.value))}
          error={errorOf('description')}
        />
      </SimpleGrid>
      <Switch
        size="xs"
        label={t('required')}
        checked={isRequired}
        onChange={({ currentTarget }) => onChange({ isRequired: currentTarget.checked })}
      />
      <Switch
        size="xs"
        label={t('listed')}
        description={t('listedText')}
        checked={schema['x-listed'] === true}
        onChange={({ currentTarget }) => say('x-listed', currentTarget.checked ? true : undefined)}
      />
      <Switch
        size="xs"
        label={t('personal')}
        description={t('personalText')}
        checked={schema['x-personal'] !== false}
        onChange={({ currentTarget }) => say('x-personal', currentTarget.checked ? undefined : false)}
      />
    </Stack>
  );
}
