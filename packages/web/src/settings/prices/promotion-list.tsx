import { Badge, Group, Switch, Table } from '@mantine/core';
import { IconDiscount } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { notify } from '../../parts/notify';
import { RefusalText } from '../../parts/refusal-text';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { settingsChanged } from '../use-save';
import { AudienceText, ValidityText } from './audience-text';
import { type Promotion, rewardFigures } from './promotion';
import { PromotionForm } from './promotion-form';

export function PromotionList() {
  const { t } = useTranslation('pricing');
  const mayEdit = useMay('pricing.edit');
  return (
    <SettingList
      name="promotions"
      page={(query) => docket.call('listPromotion', { query })}
      keyOf={({ promotion }) => promotion}
      titleOf={({ name }) => name}
      columns={[
        { name: t('promotion') },
        { name: t('reward') },
        { name: t('for') },
        { name: t('validity') },
        { name: t('on') },
      ]}
      cells={(promotion) => (
        <>
          <NameCell name={promotion.name} id={promotion.promotion} />
          <Table.Td>
            <RewardText of={promotion} />
          </Table.Td>
          <Table.Td>
            <AudienceText of={promotion.conditions} />
          </Table.Td>
          <Table.Td>
            <ValidityText {...promotion} />
          </Table.Td>
          <Table.Td>
            <OnOff of={promotion} mayEdit={mayEdit} />
          </Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(promotion, onDone) => <PromotionForm value={promotion} onDone={onDone} />}
      remove={(promotion) => docket.call('removePromotion', { path: { promotion } })}
      icon={<IconDiscount />}
      words={{
        make: t('newPromotion'),
        none: t('noPromotions'),
        noneText: t('noPromotionsText'),
        remove: t('removePromotionText'),
      }}
    />
  );
}

/** What the buyer gets, in one line. */
function RewardText({ of: { reward, currency, needsCoupon, combination } }: { readonly of: Promotion }) {
  const { t, i18n } = useTranslation('pricing');
  return (
    <Group gap={6}>
      <span>{t(`says.${reward.target}.${reward.kind}`, rewardFigures(reward, currency, i18n.language))}</span>
      {needsCoupon && (
        <Badge size="sm" variant="default" tt="none">
          {t('coupon')}
        </Badge>
      )}
      {combination.kind !== 'stackable' && (
        <Badge size="sm" variant="default" tt="none">
          {combination.kind === 'group' ? combination.group : t('combinations.exclusive')}
        </Badge>
      )}
    </Group>
  );
}

/** Switched where it stands: a sale ends now. */
function OnOff({ of: { promotion, name, active }, mayEdit }: { readonly of: Promotion; readonly mayEdit: boolean }) {
  const { t } = useTranslation('pricing');
  const change = useMutation({
    mutationFn: (next: boolean) => docket.call('changePromotion', { path: { promotion }, body: { active: next } }),
    onSuccess: settingsChanged,
    onError: (error) => notify({ color: 'red', message: <RefusalText error={error} /> }),
  });
  return (
    <Switch
      aria-label={t('switchOn', { name })}
      disabled={!mayEdit}
      checked={change.isPending ? change.variables : active}
      onChange={({ currentTarget }) => change.mutate(currentTarget.checked)}
    />
  );
}
