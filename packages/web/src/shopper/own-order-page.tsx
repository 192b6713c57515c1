import { Anchor, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../parts/state-of-page';
import { guestPageOf } from './guest-way';
import { OrderOfBuyer } from './order-of-buyer';
import { ownOrder } from './order-source';
import { SignedIn } from './signed-in';

/** One of the orders of who has signed in; who came to it by a link and never did is led back there. */
export function OwnOrderPage(): ReactNode {
  const { orderId }: { orderId: string } = useParams({ from: '/shopper/account/orders/$orderId' });
  const page = guestPageOf(orderId);
  return (
    <SignedIn {...(page === null ? {} : { instead: <BackAsGuest page={page} /> })}>
      <OneOfMine />
    </SignedIn>
  );
}

function BackAsGuest({ page }: { readonly page: string }) {
  useEffect(() => window.location.replace(page), [page]);
  return <Waiting lines={5} height={110} />;
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
