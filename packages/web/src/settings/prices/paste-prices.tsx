import { Alert, Table, Text, Textarea } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket, problemOf } from '../../docket';
import { ListTable } from '../../parts/listed';
import { notify } from '../../parts/notify';
import { SettingForm } from '../setting-form';
import { settingsChanged, useSave } from '../use-save';
import { entryAt, loadInParts, PartRefused } from './load-in-parts';
import { pastedPrices } from './pasted-prices';
import { Tiers } from './price-entries';
import type { PriceList } from './price-list-form';

interface PastePricesProps {
  readonly list: PriceList;
  readonly onDone: () => void;
}

/** Rows that are shown of what was pasted. */
const SHOWN = 20;

/** Prices copied out of a table: shown as they were understood, and loaded when somebody has seen them. */
export function PastePrices({ list, onDone }: PastePricesProps) {
  const { t, i18n } = useTranslation('pricing');
  const [text, setText] = useState('');
  const { entries, wrong } = pastedPrices(text);
  const number = (count: number): string => count.toLocaleString(i18n.language);
  const save = useSave(
    async (sent: typeof entries) => {
      const { priceList } = list;
      const load = (items: typeof entries) =>
        docket.call('loadPriceEntry', { path: { priceList }, body: { items: [...items] } });
      // The prices of the parts before are there, even where a later one is refused.
      await loadInParts(sent, load).catch(async (error: unknown) => {
        await settingsChanged();
        throw error;
      });
    },
    () => {
      notify({ message: t('pasted', { count: entries.length }) });
      onDone();
    },
  );
  const refused = save.error instanceof PartRefused ? save.error : null;
  const loaded = refused?.loaded ?? 0;
  const place = entryAt(problemOf(refused?.cause)?.pointer, loaded);
  // Of what was sent: the text may have been mended since.
  const sku = place === null ? undefined : save.variables?.[place]?.sku;
  return (
    <SettingForm
      onSave={() => {
        if (entries.length > 0 && wrong.length === 0) save.mutate(entries);
      }}
      isSaving={save.isPending}
      problem={refused?.cause ?? save.error}
    >
      <Textarea
        label={t('pasteLabel')}
        description={t('pasteText')}
        required
        data-autofocus
        autosize
        minRows={6}
        maxRows={14}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {wrong.length > 0 && (
        <Alert color="orange" icon={<IconAlertCircle />} role="alert" py="xs">
          <Text size="sm">
            {t('wrongLines', { count: wrong.length, lines: wrong.slice(0, 10).map(number).join(', ') })}
          </Text>
          <Text size="sm">{t('wrongLinesText')}</Text>
        </Alert>
      )}
      {loaded > 0 && <Text size="sm">{t('loadedBefore', { count: loaded })}</Text>}
      {place !== null && sku !== undefined && (
        <Text size="sm">{t('refusedEntry', { place: number(place + 1), sku })}</Text>
      )}
      {entries.length > 0 && (
        <>
          <Text size="sm">{t('understood', { count: entries.length })}</Text>
          <ListTable minWidth={320} columns={[{ name: t('sku') }, { name: t('prices'), figures: true }]}>
            {entries.slice(0, SHOWN).map((entry) => (
              <Table.Tr key={entry.sku}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{entry.sku}</Table.Td>
                <Table.Td ta="right" className="figure">
                  <Tiers entry={entry} currency={list.currency} />
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        </>
      )}
    </SettingForm>
  );
}
