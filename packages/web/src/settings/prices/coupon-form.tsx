import { SimpleGrid } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ActiveSwitch } from '../active-switch';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { CountInput } from '../count-input';
import { fieldProblem } from '../field-problem';
import { KeyInput } from '../key-input';
import { SearchSelect } from '../search-select';
import { withPresent } from '../setting-choices';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';
import { ValidityFields } from './validity-fields';

type Coupon = AnswerOf<'getCoupon'>;

interface CouponFormProps {
  /** Null: a new one. */
  readonly value: Coupon | null;
  readonly onDone: () => void;
}

const NEW = { promotion: '', active: true, maxUses: null, maxUsesPerCustomer: null, validFrom: null, validUntil: null };
const FIELDS = ['/coupon', '/promotion', '/maxUses', '/maxUsesPerCustomer', '/validFrom', '/validUntil'];

export function CouponForm({ value, onDone }: CouponFormProps) {
  const { t } = useTranslation(['pricing', 'setting']);
  const [code, setCode] = useState('');
  const { draft, write } = useDraft<Omit<Coupon, 'coupon'>>(value ?? NEW);
  const promotions = useQuery({
    queryKey: ['settings', 'promotions', 'choices'],
    queryFn: () => docket.call('listPromotion', { query: { limit: 1_000 } }),
  });
  const save = useSave(async () => {
    if (value === null) return docket.call('putCoupon', { path: { coupon: code }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changeCoupon', { path: { coupon: value.coupon }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, FIELDS);
  const chosen = draft.promotion === '' ? null : draft.promotion;
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('code')}
          description={t('codeText')}
          value={code}
          onChange={(typed) => setCode(typed.toUpperCase())}
          isTaken={isTaken}
          error={at('/coupon')}
        />
      )}
      <SearchSelect
        label={t('promotion')}
        description={t('couponPromotionText')}
        required
        value={chosen}
        onChoose={(promotion) => write({ promotion })}
        data={withPresent(
          (promotions.data?.items ?? []).map(({ promotion, name }) => ({ value: promotion, label: name })),
          chosen,
        )}
        error={at('/promotion')}
      />
      <ValidityFields value={draft} onChange={write} at={at} />
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
      <ActiveSwitch description={t('couponActiveText')} value={draft.active} onChange={(active) => write({ active })} />
    </SettingForm>
  );
}
