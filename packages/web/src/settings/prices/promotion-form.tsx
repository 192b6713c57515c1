import { Checkbox, Fieldset, SegmentedControl, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ActiveSwitch } from '../active-switch';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { CountInput } from '../count-input';
import { fieldProblem } from '../field-problem';
import { currencies } from '../intl-choices';
import { KeyInput } from '../key-input';
import { NameInput } from '../name-input';
import { SearchSelect } from '../search-select';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';
import { ConditionFields, writtenConditions } from './condition-fields';
import { ItemsFields, namedIn } from './items-fields';
import type { Promotion } from './promotion';
import { emptyReward, filledReward, type RewardDraft } from './reward-draft';
import { RewardFields } from './reward-fields';
import { ValidityFields } from './validity-fields';

interface PromotionFormProps {
  /** Null: a new one. */
  readonly value: Promotion | null;
  readonly onDone: () => void;
}

type PromotionDraft = Omit<Promotion, 'promotion' | 'reward'> & { readonly reward: RewardDraft };

const NEW: PromotionDraft = {
  name: '',
  active: true,
  currency: null,
  needsCoupon: false,
  conditions: {},
  reward: emptyReward('line', 'percentage'),
  rewarded: null,
  combination: { kind: 'stackable' },
  priority: 0,
  maxUses: null,
  maxUsesPerCustomer: null,
  validFrom: null,
  validUntil: null,
};
const FIELDS = [
  '/promotion', '/name', '/currency', '/priority', '/maxUses', '/maxUsesPerCustomer', '/validFrom', '/validUntil', '/combination/group',
  ...['rate', 'atMost', 'amount', 'amountMicros', 'priceMicros', 'buy', 'get', 'sku', 'quantity'].map((field) => `/reward/${field}`),
  ...['minQuantity', 'maxQuantity', 'minSubtotal', 'maxSubtotal'].map((field) => `/conditions/${field}`),
]; // prettier-ignore
const COMBINATIONS = ['stackable', 'exclusive', 'group'] as const;

export function PromotionForm({ value, onDone }: PromotionFormProps) {
  const { t, i18n } = useTranslation(['pricing', 'setting']);
  const [key, setKey] = useState('');
  const { draft, write } = useDraft<PromotionDraft>(value ?? NEW);
  const save = useSave(async (reward: Promotion['reward']) => {
    const written = {
      ...draft,
      reward,
      conditions: writtenConditions(draft.conditions),
      rewarded: draft.rewarded === null || draft.reward.target !== 'line' ? null : namedIn(draft.rewarded),
    };
    if (value === null) return docket.call('putPromotion', { path: { promotion: key }, body: written }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...written });
    return body === null ? value : docket.call('changePromotion', { path: { promotion: value.promotion }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, FIELDS);
  const { combination, rewarded } = draft;
  const reward = filledReward(draft.reward);
  return (
    <SettingForm
      onSave={() => {
        if (reward !== null) save.mutate(reward);
      }}
      isSaving={save.isPending}
      problem={rest}
    >
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('promotionIdText')}
          value={key}
          onChange={setKey}
          isTaken={isTaken}
          error={at('/promotion')}
        />
      )}
      <NameInput
        value={draft.name}
        description={t('promotionNameText')}
        onChange={(name) => write({ name })}
        error={at('/name')}
      />
      <Fieldset legend={t('reward')}>
        <Stack gap="sm">
          <SearchSelect
            label={t('currency')}
            description={t('promotionCurrencyText')}
            value={draft.currency}
            onClear={() => write({ currency: null })}
            onChoose={(currency) => write({ currency })}
            data={currencies(i18n.language, draft.currency)}
            error={at('/currency')}
          />
          <RewardFields
            value={draft.reward}
            currency={draft.currency}
            onChange={(reward) => write({ reward })}
            at={at}
          />
          {draft.reward.target === 'line' && (
            <Checkbox
              label={t('otherItems')}
              description={t('otherItemsText')}
              checked={rewarded !== null}
              onChange={({ currentTarget }) => write({ rewarded: currentTarget.checked ? {} : null })}
            />
          )}
          {draft.reward.target === 'line' && rewarded !== null && (
            <ItemsFields value={rewarded} onChange={(items) => write({ rewarded: items })} />
          )}
        </Stack>
      </Fieldset>
      <ConditionFields
        value={draft.conditions}
        currency={draft.currency}
        onChange={(conditions) => write({ conditions })}
        at={at}
      />
      <Switch
        label={t('needsCoupon')}
        description={t('needsCouponText')}
        checked={draft.needsCoupon}
        onChange={({ currentTarget }) => write({ needsCoupon: currentTarget.checked })}
      />
      <ValidityFields value={draft} onChange={write} at={at} />
      <Fieldset legend={t('together')}>
        <Stack gap="sm">
          <SegmentedControl
            fullWidth
            aria-label={t('together')}
            value={combination.kind}
            onChange={(kind) => write({ combination: kind === 'group' ? { kind, group: '' } : { kind } })}
            data={COMBINATIONS.map((kind) => ({ value: kind, label: t(`combinations.${kind}`) }))}
          />
          {combination.kind === 'group' && (
            <TextInput
              label={t('group')}
              description={t('groupText')}
              required
              maxLength={64}
              value={combination.group}
              onChange={({ currentTarget }) => write({ combination: { kind: 'group', group: currentTarget.value } })}
              error={at('/combination/group')}
            />
          )}
          <CountInput
            label={t('priority')}
            description={t('promotionPriorityText')}
            min={-1_000_000}
            value={draft.priority}
            onChange={(priority) => write({ priority: priority ?? 0 })}
            error={at('/priority')}
          />
        </Stack>
      </Fieldset>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <CountInput
          label={t('maxUses')}
          value={draft.maxUses}
          onChange={(maxUses) => write({ maxUses })}
          error={at('/maxUses')}
        />
        <CountInput
          label={t('maxUsesPerCustomer')}
          value={draft.maxUsesPerCustomer}
          onChange={(maxUsesPerCustomer) => write({ maxUsesPerCustomer })}
          error={at('/maxUsesPerCustomer')}
        />
      </SimpleGrid>
      <ActiveSwitch
        description={t('promotionActiveText')}
        value={draft.active}
        onChange={(active) => write({ active })}
      />
    </SettingForm>
  );
}
