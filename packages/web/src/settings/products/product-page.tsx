import { Anchor, Button, Code, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconEdit, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ConfirmButton } from '../../parts/confirm-button';
import { PageFrame } from '../../parts/page-frame';
import { ProductPicture } from '../../parts/product-picture';
import { SideDrawer } from '../../parts/side-drawer';
import { Failed, Waiting } from '../../parts/state-of-page';
import { queries } from '../../queries';
import { useMay } from '../../session/session';
import { ChangesList } from '../history/changes-list';
import { SettingTabs } from '../setting-tabs';
import { settingsChanged } from '../use-save';
import { Movements } from './movements';
import { type Product, productQuery } from './product';
import { ProductForm } from './product-form';
import { ProductStock } from './product-stock';
import { PriceText } from './product-table';

/** One product: what it is, what lies where, what moved it, and who changed it. */
export function ProductPage() {
  const { t } = useTranslation('products');
  const { sku }: { sku: string } = useParams({ from: '/desk/settings/products/$sku' });
  const product = useQuery(productQuery(sku));
  const mayEdit = useMay('catalogue.edit');
  const seesStock = useMay('stock.view');
  return (
    <PageFrame
      title={product.data?.name ?? sku}
      actions={product.data !== undefined && mayEdit && <ProductActions product={product.data} />}
    >
      <Anchor component={Link} to="/settings/products" size="sm">
        <IconArrowLeft size={14} style={{ verticalAlign: 'text-bottom' }} /> {t('title')}
      </Anchor>
      {product.isPending && <Waiting />}
      {product.error !== null && <Failed error={product.error} onRetry={() => void product.refetch()} />}
      {product.data !== undefined && (
        <>
          <Group gap="md">
            {product.data.imageUrl !== null && <ProductPicture url={product.data.imageUrl} size={56} />}
            <Code>{sku}</Code>
            {product.data.gtin !== null && <Code>{product.data.gtin}</Code>}
            <Text size="sm" fw={500}>
              <PriceText product={product.data} />
            </Text>
            {!product.data.counted && (
              <Text size="sm" c="dimmed">
                {t('notCounted')}
              </Text>
            )}
          </Group>
          <SettingTabs
            tabs={[
              ...(seesStock
                ? [
                    { value: 'stock', label: t('stock'), content: <ProductStock product={product.data} /> },
                    { value: 'movements', label: t('movements'), content: <Movements product={product.data} /> },
                  ]
                : []),
              {
                value: 'history',
                label: t('setting:history.title'),
                content: (
                  <ChangesList
                    isOfMany={false}
                    under={['settings', 'product', sku]}
                    page={(query) => docket.call('listProductChanges', { path: { sku }, query })}
                  />
                ),
              },
            ]}
          />
        </>
      )}
    </PageFrame>
  );
}

function ProductActions({ product }: { readonly product: Product }) {
  const { t } = useTranslation(['products', 'setting']);
  const router = useRouter();
  const { sku } = product;
  const [editing, { open, close }] = useDisclosure(false);
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" leftSection={<IconEdit size={14} />} onClick={open}>
        {t('setting:edit')}
      </Button>
      <ConfirmButton
        danger
        label={t('setting:remove')}
        text={t('removeProductText')}
        icon={<IconTrash size={14} />}
        act={async () => {
          await docket.call('removeProduct', { path: { sku } });
          router.history.push('/settings/products');
          queries.removeQueries({ queryKey: productQuery(sku).queryKey });
          await settingsChanged();
        }}
      />
      <SideDrawer opened={editing} onClose={close} size="md" title={product.name}>
        <ProductForm value={product} onDone={close} />
      </SideDrawer>
    </Group>
  );
}
