import { Checkbox, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../../format/currency-digits';
import { AmountInput } from '../../parts/amount-input';
import { useStateWord } from '../../documents/document-words';
import { BlockedField } from '../../holds/blocked-field';
import type { Blocked } from '../../holds/hold-type';
import { SettingField } from '../../settings/setting-field';
import type { Order } from '../order-queries';
import { useMoney } from '../shown-money';
import type { CommandField, Typed } from './command-fields';
import { DimensionsField } from './dimensions-field';
import { HoldField, HoldPartField, HoldTypeField } from './hold-fields';
import { ItemsField } from './items-field';
import { InspectionField, ReturnPiecesField, ReturnRequestField } from './return-fields';
import { NewsField } from './news-field';
import { ResolutionField } from './settlement-fields';

interface ActionFormProps {
  readonly order: Order;
  readonly fields: readonly CommandField[];
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

/** The fields of one command. The first takes the focus. */
export function ActionForm({ order, fields, typed, onType }: ActionFormProps) {
  return fields.map((field, place) => (
    <OneField
      key={field.name}
      order={order}
      field={field}
      value={typed[field.name]}
      typed={typed}
      returnId={typed['returnId']}
      isFirst={place === 0}
      onValue={(value) => onType({ ...typed, [field.name]: value })}
      onType={onType}
    />
  ));
}

interface FieldProps {
  readonly order: Order;
  readonly field: CommandField;
  readonly value: unknown;
  /** The whole form: a ceiling goes by what was chosen before. */
  readonly typed: Typed;
  /** The return that the command is about, where it is about one. */
  readonly returnId: unknown;
  readonly isFirst: boolean;
  readonly onValue: (value: unknown) => void;
  /** Where one choice changes what other fields are for. */
  readonly onType: (typed: Typed) => void;
}

function OneField(props: FieldProps) {
  const { field, value, isFirst, onValue, order } = props;
  const { t } = useTranslation('order');
  const common = {
    label: t(`field.${field.name.replaceAll('.', '_')}`),
    required: field.required === true,
    'data-autofocus': isFirst ? true : undefined,
  };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
    case 'url':
    case 'nobody-or-text':
      return (
        <TextInput
          {...common}
          type={field.kind === 'url' ? 'url' : 'text'}
          description={field.kind === 'nobody-or-text' ? t('field.nobody') : undefined}
          value={text}
          onChange={(event) => onValue(event.currentTarget.value)}
        />
      );
    case 'long':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          value={text}
          onChange={(event) => onValue(event.currentTarget.value)}
        />
      );
    case 'yes':
      return (
        <Checkbox
          {...common}
          required={false}
          checked={value === true}
          onChange={(event) => onValue(event.currentTarget.checked)}
        />
      );
    case 'instant':
    case 'moment':
    case 'until':
      return (
        <TextInput
          {...common}
          type="datetime-local"
          {...(field.kind === 'moment' ? {} : { description: t(field.kind === 'until' ? 'field.never' : 'field.now') })}
          onChange={(event) => onValue(instantOf(event.currentTarget.value))}
        />
      );
    case 'amount':
      return <AmountField {...props} label={common.label} />;
    case 'payment':
    case 'any-payment':
    case 'capture':
    case 'void':
    case 'refund':
    case 'package':
    case 'shipment':
    case 'return':
      return <OneOfOrder {...props} label={common.label} />;
    case 'count':
      return (
        <NumberInput
          {...common}
          min={1}
          allowDecimal={false}
          value={typeof value === 'number' ? value : ''}
          onChange={(count) => onValue(typeof count === 'number' ? count : undefined)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          clearable
          data={(field.choices ?? []).map((choice) => ({ value: choice, label: t(`choice.${field.name}.${choice}`) }))}
          value={text === '' ? null : text}
          onChange={(choice) => onValue(choice ?? undefined)}
        />
      );
    case 'carrier':
    case 'provider':
      return <SettingField {...common} of={field.kind} value={text} onChange={onValue} />;
    case 'dimensions':
      return <DimensionsField label={common.label} value={value} onValue={onValue} />;
    case 'tags':
    case 'tags-of-order':
      return (
        <TagsInput
          {...common}
          data={field.kind === 'tags-of-order' ? [...order.tags] : []}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={onValue}
        />
      );
    case 'items':
      return <ItemsField order={order} label={common.label} onValue={onValue} />;
    case 'refund-items':
      return <ItemsField order={order} label={common.label} onValue={onValue} refunds />;
    case 'given':
      return null;
    case 'resolution':
      return <ResolutionField order={order} typed={props.typed} onType={props.onType} />;
    case 'return-request':
      return <ReturnRequestField order={order} label={common.label} onValue={onValue} />;
    case 'pieces-requested':
    case 'pieces-authorised':
      return (
        <ReturnPiecesField
          order={order}
          label={common.label}
          returnId={props.returnId}
          of={field.kind === 'pieces-requested' ? 'requested' : 'authorised'}
          onValue={onValue}
        />
      );
    case 'inspection':
      return <InspectionField order={order} label={common.label} returnId={props.returnId} onValue={onValue} />;
    case 'hold':
      return <HoldField {...props} label={common.label} />;
    case 'hold-type':
      return <HoldTypeField {...props} label={common.label} />;
    case 'hold-part':
      return <HoldPartField {...props} label={common.label} />;
    case 'hold-blocks':
      return (
        <BlockedField
          label={common.label}
          description={t('field.asType')}
          value={Array.isArray(value) ? (value as Blocked[]) : []}
          onChange={onValue}
        />
      );
    case 'news':
      return <NewsField onValue={onValue} />;
    default: {
      const never: never = field.kind;
      throw new Error(`no field ${String(never)}`);
    }
  }
}

/** The zone of the reader to an instant; what is no time is nothing. */
const instantOf = (local: string): string | undefined =>
  Number.isNaN(Date.parse(local)) ? undefined : new Date(local).toISOString();

interface LabelledProps extends FieldProps {
  readonly label: string;
}

/** Typed in the major unit, sent in the minor one. */
function AmountField({ order, field, isFirst, label, value, typed, onValue }: LabelledProps) {
  const { t } = useTranslation('order');
  const shown = useMoney(order.currency);
  const most = ceilingOf(order, field, typed);
  if (isWhole(order, field, typed)) return null;
  const hint = (): string => {
    if (most === null) return t('field.wholeAmount');
    return t(field.name === 'amount' ? 'field.allAtMost' : 'field.atMost', { amount: shown(most) });
  };
  return (
    <AmountInput
      label={label}
      required={field.required === true}
      {...(isFirst ? { 'data-autofocus': true as const } : {})}
      {...(field.required === true || field.name === 'restockingFee' ? {} : { description: hint() })}
      suffix={` ${order.currency}`}
      digits={currencyDigits(order.currency)}
      value={typeof value === 'number' ? value : null}
      onChange={(amount) => onValue(amount ?? undefined)}
    />
  );
}

const KIND_OF = { mayVoid: 'void', mayRefund: 'refund' } as const;

/** Whether the provider of the chosen payment does it wholly or not at all: then there is no amount to type. */
function isWhole(order: Order, { most }: CommandField, typed: Typed): boolean {
  if (most === undefined || most === 'refundableShipping' || most === 'mayCapture') return false;
  return order.payments.find(({ id }) => id === typed['paymentId'])?.whole?.includes(KIND_OF[most]) === true;
}

/** What the server says may be asked for at most; null where it says nothing, or the reader may see no amounts. */
function ceilingOf(order: Order, { most }: CommandField, typed: Typed): number | null {
  if (most === undefined) return null;
  if (most === 'refundableShipping') return order.refundableShipping;
  const chosen = order.payments.filter(({ id }) => typed['paymentId'] === undefined || id === typed['paymentId']);
  return chosen.reduce<number | null>(
    (total, payment) => (total === null || payment[most] === null ? null : total + payment[most]),
    0,
  );
}

function OneOfOrder({ order, field, value, label, onValue }: LabelledProps) {
  const { t } = useTranslation(['order', 'documents']);
  const wordOf = useStateWord();
  const shown = useMoney(order.currency);
  const payments = () =>
    order.payments.map(({ id, method, status }) => ({
      value: id,
      label: `${t('payments.payment', { id, method })} · ${wordOf({ kind: 'payment', state: status })}`,
    }));
  const moves = (kind: string, all: readonly Pick<Order['captures'][number], 'id' | 'number' | 'amount' | 'state'>[]) =>
    all.map(({ id, number, amount, state }) => ({
      value: id,
      label: `${t(`documents:kinds.${kind}`)} ${number} · ${shown(amount)} · ${wordOf({ kind, state })}`,
    }));
  const choicesOf = {
    payment: payments,
    'any-payment': payments,
    capture: () => moves('capture', order.captures),
    void: () => moves('void', order.voids),
    refund: () => moves('refund', order.refunds),
    package: () =>
      order.packages.map(({ id, carrier }) => ({
        value: id,
        label: [t('packages.package', { id }), carrier].filter(Boolean).join(' · '),
      })),
    shipment: () =>
      order.shipments
        .filter(({ status }) => status !== 'cancelled')
        .map(({ id, number }) => ({ value: id, label: number })),
    return: () => order.returnInvoices.map(({ number }) => ({ value: number, label: number })),
  };
  const choices = choicesOf[field.kind as keyof typeof choicesOf]();
  return (
    <Select
      label={label}
      required={field.required === true}
      clearable={field.required !== true}
      {...(field.kind === 'any-payment' ? { description: t('field.anyPayment') } : {})}
      data={choices}
      data-autofocus
      value={typeof value === 'string' ? value : null}
      onChange={(id) => onValue(id ?? undefined)}
    />
  );
}
