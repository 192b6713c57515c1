import { NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldSchema } from '../../documents/field-schema';
import { type FieldKind, kindOf } from './field-kinds';

type Bound = 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems';

/** The pair of bounds that a kind has: characters, size, entries. */
const BOUNDS: Readonly<Partial<Record<FieldKind, readonly Bound[]>>> = {
  text: ['minLength', 'maxLength'],
  long: ['minLength', 'maxLength'],
  integer: ['minimum', 'maximum'],
  number: ['minimum', 'maximum'],
  amount: ['minimum', 'maximum'],
  texts: ['minItems', 'maxItems'],
  choices: ['minItems', 'maxItems'],
};

interface FieldBoundsProps {
  readonly value: FieldSchema;
  readonly errorOf: (keyword: string) => string | null;
  readonly onChange: (field: FieldSchema) => void;
}

/** How long, how large or how many; empty: no bound of its own. */
export function FieldBounds({ value, errorOf, onChange }: FieldBoundsProps) {
  const { t } = useTranslation('document-types');
  const kind = kindOf(value);
  const { items } = value;
  const bounds = BOUNDS[kind] ?? [];
  if (bounds.length === 0) return null;
  return (
    <SimpleGrid cols={2} spacing="sm">
      {bounds.map((bound) => (
        <NumberInput
          key={bound}
          size="xs"
          hideControls
          label={t(`bound.${bound}`)}
          description={kind === 'amount' ? t('minorUnits') : undefined}
          allowDecimal={kind === 'number'}
          value={value[bound] ?? ''}
          onChange={(typed) => onChange(bounded(value, bound, typed))}
          error={errorOf(bound)}
        />
      ))}
      {kind === 'texts' && items !== undefined && (
        <NumberInput
          size="xs"
          hideControls
          label={t('bound.itemLength')}
          allowDecimal={false}
          value={items.maxLength ?? ''}
          onChange={(typed) => onChange({ ...value, items: bounded(items, 'maxLength', typed) })}
          error={errorOf('items/maxLength')}
        />
      )}
    </SimpleGrid>
  );
}

function bounded<Of extends object>(value: Of, bound: string, typed: string | number): Of {
  const { [bound]: _before, ...rest } = value as Record<string, unknown>;
  return (typed === '' || Number.isNaN(Number(typed)) ? rest : { ...rest, [bound]: Number(typed) }) as Of;
}
