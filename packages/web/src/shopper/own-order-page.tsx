import { Anchor, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderOfBuyer } from './order-of-buyer';
import { ownOrder } from './order-source';
import { SignedIn } from './signed-in';

/** One of the orders of who has signed in. */
export function OwnOrderPage(): ReactNode {
  return (
    <SignedIn>
      <OneOfMine />
    </SignedIn>
  );
}

function OneOfMine() {
  const { t } = useTranslation('shopper');
  const { orderId }: { orderId: string } = useParams({ from: '/shopper/account/orders/$orderId' });
  const source = useMemo(() => ownOrder(orderId), [orderId]);
  return (
    <Stack gap="md">
      <Anchor component={Link} to="/account" size="sm">
        <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('back')}
      </Anchor>
      <OrderOfBuyer source={source} />
    </Stack>
  );
}
