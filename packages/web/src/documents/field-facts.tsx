import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { calendarDay, moment } from '../format/moments';
import { money } from '../format/money';
import { Fact } from '../order/fact';
import { choiceLabel, type FieldSchema, type FieldsSchema, fieldLabel, type FieldValues } from './field-schema';

interface FieldFactsProps {
  readonly schema: FieldsSchema;
  readonly values: FieldValues;
  readonly currency: string;
}

/** Values of fields by their names; what is defined no more is shown under the name it had. */
export function FieldFacts({ schema, values, currency }: FieldFactsProps) {
  const { i18n } = useTranslation();
  const defined = Object.keys(schema.properties).filter((name) => values[name] !== undefined);
  const others = Object.keys(values).filter((name) => schema.properties[name] === undefined);
  return [...defined, ...others].map((name) => (
    <Fact key={name} name={fieldLabel(schema.properties[name], name, i18n.language)}>
      <FieldText field={schema.properties[name]} value={values[name]} currency={currency} />
    </Fact>
  ));
}

interface FieldTextProps {
  readonly field: FieldSchema | undefined;
  readonly value: unknown;
  readonly currency: string;
}

/** One value as its field is read. */
export function FieldText({ field, value, currency }: FieldTextProps) {
  const { t, i18n } = useTranslation('documents');
  const { language } = i18n;
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') {
    if (field?.format === 'amount') return money(value, currency, language);
    return new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(value);
  }
  if (Array.isArray(value))
    return value
      .map((each) => (field === undefined ? String(each) : choiceLabel(field, String(each), language)))
      .join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field?.enum !== undefined) return choiceLabel(field, value, language);
  switch (field?.format) {
    case 'date':
      return calendarDay(value, language);
    case 'date-time':
      return moment(value, language);
    case 'uri':
      return (
        <Anchor href={value} target="_blank" rel="noreferrer" size="sm">
          {value}
        </Anchor>
      );
    case 'multiline':
      return (
        <Text size="sm" ta="left" style={{ whiteSpace: 'pre-wrap' }}>
          {value}
        </Text>
      );
    default:
      return value;
  }
}
