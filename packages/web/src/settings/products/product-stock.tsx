import { Button, Group, Stack, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPackages, IconPlusMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../../parts/listed';
import { SideDrawer } from '../../parts/side-drawer';
import { Empty, Failed, Waiting } from '../../parts/state-of-page';
import { useMay } from '../../session/session';
import { Reservations } from './reservations';
import { AdjustForm } from './adjust-form';
import { usePlaceName } from './place-name';
import { type Product, stockQuery } from './product';

/** What lies where of a product, and the way to change it by hand. */
export function ProductStock({ product }: { readonly product: Product }) {
  const { t, i18n } = useTranslation('products');
  const mayEdit = useMay('stock.edit');
  const placeName = usePlaceName();
  const stock = useQuery(stockQuery(product.sku));
  const [opened, { open, close }] = useDisclosure(false);
  const [place, setPlace] = useState(product.place);
  if (stock.isPending) return <Waiting lines={3} />;
  if (stock.data === undefined) return <Failed error={stock.error} onRetry={() => void stock.refetch()} />;
  const adjust = (at: string): void => {
    setPlace(at);
    open();
  };
  const figure = (number: number): string => number.toLocaleString(i18n.language);
  return (
    <Stack gap="sm">
      {mayEdit && (
        <Group justify="flex-end">
          <Button size="xs" leftSection={<IconPlusMinus size={16} />} onClick={() => adjust(product.place)}>
            {t('adjust')}
          </Button>
        </Group>
      )}
      {stock.data.length === 0 ? (
        <Empty
          icon={<IconPackages />}
          title={t('noStock')}
          text={t(product.counted ? 'noStockText' : 'notCountedText')}
        />
      ) : (
        <ListTable
          minWidth={480}
          columns={[
            { name: t('place') },
            { name: t('available'), figures: true },
            { name: t('onHand'), figures: true },
            { name: t('claimed'), figures: true },
            { name: t('confirmed'), figures: true },
            ...(mayEdit ? [{ name: '' }] : []),
          ]}
        >
          {stock.data.map((level) => (
            <Table.Tr key={level.place}>
              <Table.Td>{placeName(level.place)}</Table.Td>
              <Table.Td ta="right" fw={600}>
                {figure(level.available)}
              </Table.Td>
              <Table.Td ta="right">{figure(level.onHand)}</Table.Td>
              <Table.Td ta="right">{figure(level.claimed)}</Table.Td>
              <Table.Td ta="right">{figure(level.confirmed)}</Table.Td>
              {mayEdit && (
                <Table.Td ta="right">
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => adjust(level.place)}
                    aria-label={t('adjustAt', { place: placeName(level.place) })}
                  >
                    {t('adjustShort')}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </ListTable>
      )}
      <Reservations sku={product.sku} />
      <SideDrawer opened={opened} onClose={close} size="md" title={t('adjust')}>
        <AdjustForm product={product} place={place} levels={stock.data} onDone={close} />
      </SideDrawer>
    </Stack>
  );
}
