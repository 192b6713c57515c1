import { useTranslation } from 'react-i18next';
import { OrderNumbersInput } from './order-numbers-input';

/** Kinds of document that Docket numbers. */
export const NUMBERED_KINDS = [
  'payment',
  'capture',
  'void',
  'refund',
  'shipment',
  'package',
  'invoice',
  'return_invoice',
  'return',
] as const;

interface DocumentNumbersFieldsProps<Kind extends string> {
  readonly kinds: readonly Kind[];
  readonly value: { readonly [Name in Kind]?: string };
  readonly onChange: (value: { [Name in Kind]?: string }) => void;
  readonly error: (pointer: string) => string | null;
}

/** A template for each kind of document; a kind without one is left out. */
export function DocumentNumbersFields<Kind extends string>({
  kinds,
  value,
  onChange,
  error,
}: DocumentNumbersFieldsProps<Kind>) {
  const { t } = useTranslation('account');
  return kinds.map((kind) => (
    <OrderNumbersInput
      key={kind}
      label={t(`numbersOf.${kind}`)}
      value={value[kind] ?? null}
      onChange={(template) => {
        const { [kind]: _before, ...others } = value;
        const rest = others as { [Name in Kind]?: string };
        onChange(template === null ? rest : { ...rest, [kind]: template });
      }}
      error={error(`/documentNumbers/${kind}`)}
    />
  ));
}
