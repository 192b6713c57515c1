import { Select, Stack, Switch, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../order/order-queries';
import { Section } from '../order/section';
import { useMay } from '../session/session';
import type { DraftContent, Editing } from './draft-changes';

interface DraftConditionsProps extends Pick<Editing, 'may'> {
  readonly order: Order;
  readonly content: DraftContent;
  readonly onChange: (content: DraftContent) => void;
}

const POLICIES = ['keep', 'rerun', 'drop'] as const;

/** What becomes of the promotions of the order and of its money, and why it is edited. */
export function DraftConditions({ order, content, onChange, may }: DraftConditionsProps) {
  const { t } = useTranslation('drafts');
  const mayReprice = useMay('orders.reprice');
  const mayRefund = useMay('orders.refund');
  const seesPeople = useMay('personal.view');
  const byCoupon = content.changes.some(({ change }) => change === 'apply_coupon' || change === 'remove_coupon');
  const used = order.promotions.map(({ promotion, coupon }) =>
    coupon === null ? promotion : `${promotion} (${coupon})`,
  );
  return (
    <Section title={t('conditions.title')}>
      <Stack gap="sm">
        {used.length > 0 && <Text size="sm">{t('conditions.used', { promotions: used.join(', ') })}</Text>}
        <Select
          label={t('conditions.promotions')}
          {...(byCoupon ? { description: t('conditions.byCoupon') } : {})}
          allowDeselect={false}
          disabled={byCoupon || !mayReprice || !may('promotions')}
          data={POLICIES.map((value) => ({ value, label: t(`conditions.policy.${value}`) }))}
          value={byCoupon ? 'rerun' : content.promotions}
          onChange={(promotions) => onChange({ ...content, promotions: promotions ?? 'keep' })}
        />
        <Switch
          label={t('conditions.settle')}
          description={t('conditions.settleText')}
          disabled={!mayRefund}
          checked={content.settle === 'adjust'}
          onChange={({ currentTarget: { checked } }) => onChange({ ...content, settle: checked ? 'adjust' : 'none' })}
        />
        {seesPeople && (
          <Textarea
            label={t('conditions.reason')}
            maxLength={2_000}
            autosize
            minRows={1}
            value={content.reason}
            onChange={({ currentTarget: { value } }) => onChange({ ...content, reason: value })}
          />
        )}
      </Stack>
    </Section>
  );
}
