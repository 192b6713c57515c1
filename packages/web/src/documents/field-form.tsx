import {
  Checkbox,
  Fieldset,
  MultiSelect,
  NumberInput,
  type NumberInputProps,
  Select,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../format/currency-digits';
import { AmountInput } from '../parts/amount-input';
import { decimalMark } from '../settings/intl-choices';
import {
  choiceLabel,
  type FieldSchema,
  type FieldsSchema,
  fieldLabel,
  type FieldValues,
  sectionsOf,
} from './field-schema';

interface FieldFormProps {
  readonly schema: FieldsSchema;
  readonly values: FieldValues;
  /** Of the order: amounts are typed in its major unit. */
  readonly currency: string;
  /** Null: the field is empty now. */
  readonly onValue: (name: string, value: unknown) => void;
  /** What the server says of a field, by its name. */
  readonly problemOf?: (name: string) => string | null;
  readonly disabled?: boolean;
}

/** The fields of a definition as a form, in its sections. What fits, the server says. */
export function FieldForm({ schema, values, currency, onValue, problemOf, disabled = false }: FieldFormProps) {
  const one = (name: string) => {
    const field = schema.properties[name];
    if (field === undefined) return null;
    return (
      <OneField
        key={name}
        name={name}
        field={field}
        isRequired={schema.required?.includes(name) === true}
        value={values[name]}
        currency={currency}
        disabled={disabled}
        error={problemOf?.(name) ?? null}
        onValue={(value) => onValue(name, value)}
      />
    );
  };
  return (
    <Stack gap="sm">
      {sectionsOf(schema).map(([section, names]) =>
        section === '' ? (
          names.map(one)
        ) : (
          <Fieldset key={section} legend={section}>
            <Stack gap="sm">{names.map(one)}</Stack>
          </Fieldset>
        ),
      )}
    </Stack>
  );
}

interface OneFieldProps {
  readonly name: string;
  readonly field: FieldSchema;
  readonly isRequired: boolean;
  readonly value: unknown;
  readonly currency: string;
  readonly disabled: boolean;
  readonly error: string | null;
  readonly onValue: (value: unknown) => void;
}

function OneField({ name, field, isRequired, value, currency, disabled, error, onValue }: OneFieldProps) {
  const { i18n } = useTranslation();
  const common = {
    label: fieldLabel(field, name, i18n.language),
    ...(field.description === undefined ? {} : { description: field.description }),
    withAsterisk: isRequired,
    disabled,
    error,
  };
  const choices = (all: readonly string[]) =>
    all.map((each) => ({ value: each, label: choiceLabel(field, each, i18n.language) }));
  const text = typeof value === 'string' ? value : '';
  const typed = ({ currentTarget }: { readonly currentTarget: { readonly value: string } }): void =>
    onValue(currentTarget.value === '' ? null : currentTarget.value);
  switch (field.type) {
    case 'string':
      if (field.enum !== undefined)
        return (
          <Select
            {...common}
            clearable={!isRequired}
            data={choices(field.enum)}
            value={text === '' ? null : text}
            onChange={onValue}
          />
        );
      if (field.format === 'multiline')
        return <Textarea {...common} autosize minRows={2} value={text} onChange={typed} />;
      if (field.format === 'date-time')
        return (
          <TextInput
            {...common}
            type="datetime-local"
            value={localOf(text)}
            onChange={({ currentTarget }) => onValue(instantOf(currentTarget.value))}
          />
        );
      return <TextInput {...common} type={INPUTS[field.format ?? ''] ?? 'text'} value={text} onChange={typed} />;
    case 'integer':
    case 'number': {
      const number = typeof value === 'number' ? value : null;
      return field.format === 'amount' ? (
        <AmountInput
          {...common}
          isSigned
          suffix={` ${currency}`}
          digits={currencyDigits(currency)}
          value={number}
          onChange={onValue}
        />
      ) : (
        <PlainNumber {...common} isWhole={field.type === 'integer'} value={number} onChange={onValue} />
      );
    }
    case 'boolean':
      return (
        <Checkbox
          {...common}
          checked={value === true}
          onChange={({ currentTarget }) => onValue(currentTarget.checked)}
        />
      );
    case 'array': {
      const list = Array.isArray(value) ? (value as string[]) : [];
      const written = (all: string[]): void => onValue(all.length === 0 ? null : all);
      return field.items?.enum === undefined ? (
        <TagsInput {...common} value={list} onChange={written} />
      ) : (
        <MultiSelect {...common} data={choices(field.items.enum)} value={list} onChange={written} />
      );
    }
  }
}

const INPUTS: Readonly<Record<string, string>> = { date: 'date', email: 'email', uri: 'url' };

interface PlainNumberProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  readonly isWhole: boolean;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function PlainNumber({ isWhole, value, onChange, ...field }: PlainNumberProps) {
  const { i18n } = useTranslation();
  // As it is typed: `0.0` is on its way to `0.05`.
  const [typed, setTyped] = useState<string | number>(value ?? '');
  return (
    <NumberInput
      {...field}
      hideControls
      allowDecimal={!isWhole}
      decimalSeparator={decimalMark(i18n.language)}
      allowedDecimalSeparators={['.', ',']}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        onChange(next === '' || Number.isNaN(Number(next)) ? null : Number(next));
      }}
    />
  );
}

/** An instant in the zone of the reader, as the browser's field has it. */
function localOf(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return '';
  const at = new Date(time);
  return new Date(time - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const instantOf = (local: string): string | null =>
  Number.isNaN(Date.parse(local)) ? null : new Date(local).toISOString();
