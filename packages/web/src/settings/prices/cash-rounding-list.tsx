import { Table } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { money } from '../../format/money';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { CashRoundingForm } from './cash-rounding-form';

/** Currencies whose smallest coins are gone, and what orders in them come to. */
export function CashRoundingList() {
  const { t, i18n } = useTranslation('pricing');
  const mayEdit = useMay('pricing.edit');
  const names = new Intl.DisplayNames([i18n.language], { type: 'currency' });
  return (
    <SettingList
      name="cash-roundings"
      page={(query) => docket.call('listCashRounding', { query })}
      keyOf={({ currency }) => currency}
      titleOf={({ currency }) => currency}
      columns={[{ name: t('currency') }, { name: t('step'), figures: true }, { name: t('paidBy') }]}
      cells={({ currency, step, direction, paymentMethods }) => (
        <>
          <NameCell name={names.of(currency) ?? currency} id={currency} isActive />
          <Table.Td ta="right" className="figure">
            {t(`direction.${direction}`, { step: money(step, currency, i18n.language) })}
          </Table.Td>
          <Table.Td>{paymentMethods.length === 0 ? t('paidAnyhow') : paymentMethods.join(', ')}</Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(rule, onDone) => <CashRoundingForm value={rule} onDone={onDone} />}
      remove={(currency) => docket.call('removeCashRounding', { path: { currency } })}
      icon={<IconCoins />}
      words={{
        make: t('newRounding'),
        none: t('noRoundings'),
        noneText: t('noRoundingsText'),
        remove: t('removeRoundingText'),
      }}
    />
  );
}
