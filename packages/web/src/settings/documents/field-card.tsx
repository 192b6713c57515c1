import { Badge, Box, Collapse, Fieldset, Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLabel } from '../../documents/field-schema';
import type { Finding } from '../../parts/json-findings';
import { FieldDetails } from './field-details';
import { kindOf } from './field-kinds';
import type { FieldDraft } from './fields-draft';
import { RowButtons } from './row-buttons';
import { isIn } from './use-findings';
import { Wrong } from './wrong';

interface FieldCardProps {
  readonly value: FieldDraft;
  readonly languages: readonly string[];
  readonly sections: readonly string[];
  readonly isOpen: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Who may not reads it. */
  readonly mayEdit: boolean;
  /** Another field has its name. */
  readonly isTwice: boolean;
  /** By pointers into the field. */
  readonly findings: readonly Finding[];
  readonly onToggle: () => void;
  readonly onChange: (fields: Partial<FieldDraft>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Keywords at which the details of a field tell what is wrong. */
const TOLD = [
  '/type',
  '/format',
  '/enum',
  '/items',
  '/x-enum-labels',
  '/x-labels',
  '/x-section',
  '/description',
  '/minLength',
  '/maxLength',
  '/minimum',
  '/maximum',
  '/minItems',
  '/maxItems',
];

/** A field in a line; opened, everything of it. What is wrong with it stands there either way. */
export function FieldCard(props: FieldCardProps) {
  const { value, languages, sections, isOpen, isFirst, isLast, mayEdit, isTwice, findings } = props;
  const { onToggle, onChange, onMove, onRemove } = props;
  const { t, i18n } = useTranslation('document-types');
  const details = useId();
  const { name, schema, isRequired } = value;
  const title = fieldLabel(schema, name, i18n.language) || name || t('newField');
  const errorOf = (keyword: string): string | null =>
    findings.find(({ pointer }) => isIn(pointer, `/${keyword}`))?.message ?? null;
  const ofName = isTwice
    ? t('fault.twice', { name })
    : (findings.find(({ pointer }) => pointer === '')?.message ?? null);
  const isSeen = ({ pointer }: Finding): boolean => pointer === '' || TOLD.some((place) => isIn(pointer, place));
  const unseen = findings.filter((finding) => !isOpen || !isSeen(finding));
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <Paper withBorder role="listitem" aria-label={title}>
      <Group wrap="nowrap" gap="xs" p="xs" justify="space-between">
        <UnstyledButton onClick={onToggle} aria-expanded={isOpen} aria-controls={details} flex={1} miw={0}>
          <Group gap={6} wrap="nowrap" align="flex-start">
            <Chevron size={16} style={{ flexShrink: 0, marginTop: 3 }} aria-hidden />
            <Box miw={0}>
              <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                {title}
              </Text>
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {[name, t(`kind.${kindOf(schema)}`)].filter((each) => each !== '').join(' · ')}
              </Text>
            </Box>
          </Group>
        </UnstyledButton>
        <Group gap={4} visibleFrom="xs" wrap="nowrap">
          {isRequired && <Mark text={t('required')} />}
          {schema['x-listed'] === true && <Mark text={t('inLists')} />}
          {schema['x-personal'] === false && <Mark text={t('notPersonal')} />}
        </Group>
        <RowButtons name={title} isFirst={isFirst} isLast={isLast} onMove={onMove} onRemove={onRemove} />
      </Group>
      {(unseen.length > 0 || (isTwice && !isOpen)) && (
        <Box px="xs" pb="xs" role="status">
          {isTwice && !isOpen && <Wrong text={t('fault.twice', { name })} />}
          {unseen.map(({ pointer, message }) => (
            <Wrong
              key={`${pointer} ${message}`}
              text={[pointer.slice(1), message].filter((each) => each !== '').join(': ')}
            />
          ))}
        </Box>
      )}
      <Collapse expanded={isOpen} id={details}>
        <Box p="xs" pt={0}>
          {isOpen && (
            <Fieldset variant="unstyled" disabled={!mayEdit} p={0} m={0}>
              <FieldDetails
                value={value}
                languages={languages}
                sections={sections}
                nameError={ofName}
                errorOf={errorOf}
                onChange={onChange}
              />
            </Fieldset>
          )}
        </Box>
      </Collapse>
    </Paper>
  );
}

const Mark = ({ text }: { readonly text: string }) => (
  <Badge size="sm" variant="default" tt="none" fw={500}>
    {text}
  </Badge>
);
