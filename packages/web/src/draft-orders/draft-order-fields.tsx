import {
  Checkbox,
  Fieldset,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../i18n/start-i18n';
import { Section } from '../order/section';
import { useMay } from '../session/session';
import { currencies } from '../settings/intl-choices';
import { MomentInput } from '../settings/prices/moment-input';
import { SearchSelect } from '../settings/search-select';
import { channelChoices, providerChoices, storeChoices, withPresent } from '../settings/setting-choices';
import { FindCustomer } from './find-choices';
import { AddressFields } from '../parts/address-fields';
import { DeliveryFields } from './delivery-fields';
import { NO_ADDRESS } from '../parts/typed-address';
import type { TypedDraftOrder } from './typed-draft-order';

interface DraftOrderFieldsProps {
  readonly typed: TypedDraftOrder;
  readonly isOpen: boolean;
  readonly onChange: (changes: Partial<TypedDraftOrder>) => void;
}

/** Whom it is for, and where it is sold: prices follow from both. */
export function BuyerFields({ typed, isOpen, onChange }: DraftOrderFieldsProps) {
  const { t, i18n } = useTranslation('draft-orders');
  const findsCustomers = useMay('customers.view');
  const seesSettings = useMay('settings.view');
  const stores = useQuery({ ...storeChoices, enabled: seesSettings });
  const channels = useQuery({ ...channelChoices, enabled: seesSettings });
  return (
    <Section title={t('buyer')}>
      <fieldset disabled={!isOpen} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {findsCustomers && (
            <FindCustomer
              value={typed.customerId}
              onFind={(customer) =>
                onChange(
                  customer === null
                    ? { customerId: null }
                    : {
                        customerId: customer.customerId,
                        email: customer.email ?? typed.email,
                        firstName: customer.firstName ?? typed.firstName,
                        lastName: customer.lastName ?? typed.lastName,
                      },
                )
              }
            />
          )}
          <TextInput
            label={t('email')}
            type="email"
            maxLength={320}
            value={typed.email}
            onChange={({ currentTarget }) => onChange({ email: currentTarget.value })}
          />
          <TextInput
            label={t('firstName')}
            maxLength={200}
            value={typed.firstName}
            onChange={({ currentTarget }) => onChange({ firstName: currentTarget.value })}
          />
          <TextInput
            label={t('lastName')}
            maxLength={200}
            value={typed.lastName}
            onChange={({ currentTarget }) => onChange({ lastName: currentTarget.value })}
          />
          <Select
            label={t('language')}
            clearable
            clearButtonProps={{ 'aria-label': t('clear') }}
            value={typed.locale}
            onChange={(locale) => onChange({ locale })}
            data={withPresent(
              Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })),
              typed.locale,
            )}
          />
          <SearchSelect
            label={t('currency')}
            required
            value={typed.currency}
            onChoose={(currency) => onChange({ currency })}
            data={currencies(i18n.language, typed.currency)}
            error={null}
          />
          {seesSettings && (
            <>
              <SearchSelect
                label={t('store')}
                value={typed.store}
                onClear={() => onChange({ store: null })}
                onChoose={(store) => onChange({ store })}
                data={withPresent(
                  (stores.data?.items ?? []).map((one) => ({ value: one.store, label: one.name })),
                  typed.store,
                )}
                error={null}
              />
              <SearchSelect
                label={t('channel')}
                value={typed.channel}
                onClear={() => onChange({ channel: null })}
                onChoose={(channel) => onChange({ channel })}
                data={withPresent(
                  (channels.data?.items ?? []).map((one) => ({ value: one.channel, label: one.name })),
                  typed.channel,
                )}
                error={null}
              />
            </>
          )}
        </SimpleGrid>
      </fieldset>
    </Section>
  );
}

/** How it reaches the buyer, and how it is paid. */
export function TermsFields({ typed, isOpen, onChange }: DraftOrderFieldsProps) {
  const { t } = useTranslation('draft-orders');
  const providers = useQuery({ ...providerChoices, enabled: useMay('orders.view') });
  return (
    <Section title={t('terms')}>
      <fieldset disabled={!isOpen} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <Stack gap="sm">
          <DeliveryFields typed={typed} onChange={onChange} />
          <Checkbox
            label={t('ownBilling')}
            checked={typed.billing !== null}
            onChange={({ currentTarget: { checked } }) => onChange({ billing: checked ? NO_ADDRESS : null })}
          />
          {typed.billing !== null && (
            <Fieldset legend={t('billing')} p="sm">
              <AddressFields address={typed.billing} onChange={(billing) => onChange({ billing })} />
            </Fieldset>
          )}
          <TagsInput label={t('coupons')} value={[...typed.coupons]} onChange={(coupons) => onChange({ coupons })} />
          <SegmentedControl
            aria-label={t('payment')}
            fullWidth
            value={typed.paid}
            onChange={(paid) => onChange({ paid })}
            data={(['account', 'provider', 'other'] as const).map((value) => ({ value, label: t(`paid.${value}`) }))}
          />
          {typed.paid !== 'account' && (
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput
                label={t('paymentMethod')}
                required
                maxLength={100}
                value={typed.paymentMethod}
                onChange={({ currentTarget }) => onChange({ paymentMethod: currentTarget.value })}
              />
              {typed.paid === 'provider' && (
                <SearchSelect
                  label={t('provider')}
                  required
                  value={typed.provider}
                  onChoose={(provider) => onChange({ provider })}
                  data={withPresent(
                    (providers.data?.items ?? []).map((one) => ({ value: one.provider, label: one.name })),
                    typed.provider,
                  )}
                  error={null}
                />
              )}
            </SimpleGrid>
          )}
          {typed.paid === 'other' && (
            <Textarea
              label={t('instructions')}
              autosize
              maxLength={2_000}
              value={typed.instructions}
              onChange={({ currentTarget }) => onChange({ instructions: currentTarget.value })}
            />
          )}
        </Stack>
      </fieldset>
    </Section>
  );
}

/** What is held of stock, until when it may be accepted, and what is said to whom. */
export function PolicyFields({ typed, isOpen, onChange }: DraftOrderFieldsProps) {
  const { t } = useTranslation('draft-orders');
  return (
    <Section title={t('stockAndWords')}>
      <fieldset disabled={!isOpen} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <Stack gap="sm">
          <SegmentedControl
            aria-label={t('policy')}
            fullWidth
            orientation="vertical"
            value={typed.stockPolicy}
            onChange={(stockPolicy) => onChange({ stockPolicy })}
            data={(['none', 'soft', 'firm'] as const).map((value) => ({ value, label: t(`policies.${value}`) }))}
          />
          <Text size="sm" c="dimmed">
            {t(`policyTexts.${typed.stockPolicy}`)}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {typed.stockPolicy === 'soft' && (
              <MomentInput
                label={t('reservedUntil')}
                value={typed.reservedUntil}
                onChange={(reservedUntil) => onChange({ reservedUntil })}
              />
            )}
            <MomentInput
              label={t('expiresAt')}
              description={t('expiresAtText')}
              value={typed.expiresAt}
              onChange={(expiresAt) => onChange({ expiresAt })}
            />
          </SimpleGrid>
          <Textarea
            label={t('message')}
            autosize
            maxLength={2_000}
            value={typed.message}
            onChange={({ currentTarget }) => onChange({ message: currentTarget.value })}
          />
          <Textarea
            label={t('note')}
            autosize
            maxLength={10_000}
            value={typed.note}
            onChange={({ currentTarget }) => onChange({ note: currentTarget.value })}
          />
          <TagsInput label={t('tags')} value={[...typed.tags]} onChange={(tags) => onChange({ tags })} />
        </Stack>
      </fieldset>
    </Section>
  );
}
