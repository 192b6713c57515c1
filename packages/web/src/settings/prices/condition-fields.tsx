import { Checkbox, Fieldset, SimpleGrid, Stack, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../parts/amount-input';
import { CountInput } from '../count-input';
import { AudienceFields } from './audience-fields';
import { ItemsFields, namedIn } from './items-fields';
import { digitsOf, type Promotion } from './promotion';

type Conditions = Promotion['conditions'];

interface ConditionFieldsProps {
  readonly value: Conditions;
  readonly currency: string | null;
  readonly onChange: (value: Conditions) => void;
  readonly at: (pointer: string) => string | null;
}

const COUNTS = ['minQuantity', 'maxQuantity'] as const;
const AMOUNTS = ['minSubtotal', 'maxSubtotal'] as const;

/** When a promotion holds: of which items how many and how much, and for whom. */
export function ConditionFields({ value, currency, onChange, at }: ConditionFieldsProps) {
  const { t } = useTranslation('pricing');
  const { stores = [], channels = [], groups = [], organisations = [], customers = [], paymentMethods = [] } = value;
  const suffix = currency === null ? {} : { suffix: ` ${currency}` };
  /** The bound that was typed; none where the field is empty. */
  const bound = (name: (typeof COUNTS | typeof AMOUNTS)[number], figure: number | null): void => {
    const { [name]: _before, ...rest } = value;
    onChange(figure === null ? rest : { ...rest, [name]: figure });
  };
  return (
    <Fieldset legend={t('conditions')}>
      <Stack gap="sm">
        <ItemsFields value={value.items ?? {}} onChange={(items) => onChange({ ...value, items })} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {COUNTS.map((name) => (
            <CountInput
              key={name}
              label={t(name)}
              value={value[name] ?? null}
              onChange={(figure) => bound(name, figure)}
              error={at(`/conditions/${name}`)}
            />
          ))}
          {AMOUNTS.map((name) => (
            <AmountInput
              key={`${name} ${currency ?? ''}`}
              label={t(name)}
              digits={digitsOf(currency)}
              {...suffix}
              value={value[name] ?? null}
              onChange={(figure) => bound(name, figure)}
              error={at(`/conditions/${name}`)}
            />
          ))}
        </SimpleGrid>
        <AudienceFields
          value={{ stores, channels, groups, organisations }}
          onChange={(audience) => onChange({ ...value, ...audience })}
          at={(field) => at(`/conditions/${field}`)}
        />
        <TagsInput
          label={t('customers')}
          description={t('customersText')}
          value={customers}
          onChange={(ids) => onChange({ ...value, customers: ids })}
          error={at('/conditions/customers')}
        />
        <TagsInput
          label={t('paidBy')}
          description={t('paidByText')}
          value={paymentMethods}
          onChange={(methods) => onChange({ ...value, paymentMethods: methods })}
          error={at('/conditions/paymentMethods')}
        />
        <Checkbox
          label={t('firstOrder')}
          checked={value.firstOrder === true}
          onChange={({ currentTarget }) => {
            const { firstOrder: _before, ...rest } = value;
            onChange(currentTarget.checked ? { ...rest, firstOrder: true } : rest);
          }}
        />
      </Stack>
    </Fieldset>
  );
}

/** Without what is empty: it says nothing. */
export function writtenConditions({ items, ...others }: Conditions): Conditions {
  const named = namedIn(items ?? {});
  const said = Object.entries(others).filter(([, part]) => !Array.isArray(part) || part.length > 0);
  return { ...(Object.fromEntries(said) as Conditions), ...(Object.keys(named).length === 0 ? {} : { items: named }) };
}
