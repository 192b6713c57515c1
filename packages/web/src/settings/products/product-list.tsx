import { Button, CloseButton, Group, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPackage, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { Listed } from '../../parts/listed';
import { SideDrawer } from '../../parts/side-drawer';
import { Empty } from '../../parts/state-of-page';
import { useMay } from '../../session/session';
import { levelsOf } from './product';
import { ProductForm } from './product-form';
import { ProductTable } from './product-table';

/** Products by their SKUs, or those whose words begin with what is typed; the address keeps the words. */
export function ProductList() {
  const { t } = useTranslation(['products', 'setting']);
  const router = useRouter();
  const navigate = useNavigate();
  const mayEdit = useMay('catalogue.edit');
  const seesStock = useMay('stock.view');
  const search: Record<string, unknown> = useSearch({ strict: false });
  // An address may hold a number where digits were typed.
  const kept = typeof search['q'] === 'string' || typeof search['q'] === 'number' ? String(search['q']) : '';
  const [typed, setTyped] = useState(kept);
  const [text] = useDebouncedValue(typed.trim(), 220);
  const keep = useEffectEvent(() => {
    if (text !== kept) void navigate({ to: '.', search: text === '' ? {} : { q: text }, replace: true });
  });
  useEffect(() => keep(), [text]);
  const [making, { open, close }] = useDisclosure(false);
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'products', 'pages', text, seesStock],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const query = {
        limit: 50,
        ...(text === '' ? {} : { q: text }),
        ...(pageParam === null ? {} : { after: pageParam }),
      };
      const page = await docket.call('listProduct', { query });
      return { ...page, levels: seesStock ? await levelsOf(page.items.map(({ sku }) => sku)) : [] };
    },
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <TextInput
          type="search"
          size="sm"
          flex="1 1 240px"
          maw={460}
          maxLength={100}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} />}
          rightSection={
            typed === '' ? null : <CloseButton size="sm" aria-label={t('setting:clear')} onClick={() => setTyped('')} />
          }
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        {mayEdit && (
          <Button size="xs" leftSection={<IconPlus size={16} />} onClick={open}>
            {t('newProduct')}
          </Button>
        )}
      </Group>
      <Listed
        pages={pages}
        rowsOf={({ items, levels }) =>
          items.map((product) => ({ product, levels: levels.filter(({ sku }) => sku === product.sku) }))
        }
        empty={
          <Empty
            icon={<IconPackage />}
            title={t(text === '' ? 'noProducts' : 'noneFound')}
            text={t(text === '' ? 'noProductsText' : 'noneFoundText')}
          />
        }
      >
        {(rows) => <ProductTable rows={rows} seesStock={seesStock} />}
      </Listed>
      <SideDrawer opened={making} onClose={close} size="md" title={t('newProduct')}>
        <ProductForm
          value={null}
          onDone={({ sku }) => {
            close();
            router.history.push(`/settings/products/${encodeURIComponent(sku)}`);
          }}
        />
      </SideDrawer>
    </Stack>
  );
}
