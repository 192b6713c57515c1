import { IconLinkOff } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/state-of-page';
import { useLinkCode } from '../session/link-code';
import { OrderOfBuyer } from './order-of-buyer';
import { guestOrder } from './order-source';

/** The one order that a link from a mail opens, without signing in. */
export function GuestOrderPage(): ReactNode {
  const { t } = useTranslation('shopper');
  const token = useLinkCode();
  const source = useMemo(() => guestOrder(token), [token]);
  if (token === '') {
    return <Empty icon={<IconLinkOff />} title={t('link.brokenTitle')} text={t('link.broken')} />;
  }
  return <OrderOfBuyer source={source} />;
}
