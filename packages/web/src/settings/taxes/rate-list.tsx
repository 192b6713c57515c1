import { Table } from '@mantine/core';
import { IconReceiptTax } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { day } from '../../format/moments';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { percent } from './percent';
import { RateForm } from './rate-form';

export function RateList() {
  const { t, i18n } = useTranslation('taxes');
  const mayEdit = useMay('settings.edit');
  const date = (at: string | null): string => (at === null ? '…' : day(at, i18n.language));
  return (
    <SettingList
      name="tax-rates"
      page={(query) => docket.call('listTaxRate', { query })}
      keyOf={({ taxRate }) => taxRate}
      titleOf={({ name }) => name}
      columns={[
        { name: t('rate') },
        { name: t('place') },
        { name: t('category') },
        { name: t('percent'), figures: true },
        { name: t('valid') },
      ]}
      cells={(rate) => (
        <>
          <NameCell name={rate.name} id={rate.taxRate} isActive />
          <Table.Td>
            {rate.country === null ? t('everywhere') : [rate.country, rate.region].filter(Boolean).join(', ')}
          </Table.Td>
          <Table.Td>{rate.category}</Table.Td>
          <Table.Td ta="right">{percent(rate.rateMillionths, i18n.language)}</Table.Td>
          <Table.Td>
            {rate.validFrom === null && rate.validUntil === null
              ? t('always')
              : `${date(rate.validFrom)} – ${date(rate.validUntil)}`}
          </Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(rate, onDone) => <RateForm value={rate} onDone={onDone} />}
      remove={(taxRate) => docket.call('removeTaxRate', { path: { taxRate } })}
      icon={<IconReceiptTax />}
      words={{ make: t('newRate'), none: t('noRates'), noneText: t('noRatesText'), remove: t('removeRateText') }}
    />
  );
}
