import { NavLink, Text } from '@mantine/core';
import {
  IconAddressBook,
  IconArrowBackUp,
  IconBuildingStore,
  IconChecklist,
  IconCreditCard,
  IconClipboardList,
  IconDatabaseImport,
  IconFiles,
  IconHandStop,
  IconForms,
  IconGift,
  IconHome,
  IconInbox,
  IconKey,
  IconMail,
  IconMessages,
  IconPackage,
  IconPencil,
  IconPencilCog,
  IconReceipt,
  IconReceiptTax,
  IconSettings,
  IconSitemap,
  IconTags,
  IconTruckDelivery,
  IconUserOff,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { holds, useStanding } from '../session/session';

interface Place {
  readonly to: string;
  /** Its name among the texts of the shell. */
  readonly name: string;
  readonly icon: ComponentType<{ size?: number }>;
  /** With none of them the place is not shown; an empty list: everybody may go. */
  readonly permissions: readonly string[];
}

const PLACES: readonly { readonly group: string | null; readonly places: readonly Place[] }[] = [
  {
    group: null,
    places: [
      { to: '/', name: 'home', icon: IconHome, permissions: [] },
      { to: '/orders', name: 'orders', icon: IconReceipt, permissions: ['orders.view'] },
      { to: '/returns', name: 'returns', icon: IconArrowBackUp, permissions: ['orders.view'] },
      { to: '/drafts', name: 'drafts', icon: IconPencil, permissions: ['orders.edit'] },
      { to: '/draft-orders', name: 'draftOrders', icon: IconClipboardList, permissions: ['draft_orders.view'] },
      { to: '/documents', name: 'documents', icon: IconFiles, permissions: ['orders.view'] },
      { to: '/consignments', name: 'consignments', icon: IconTruckDelivery, permissions: ['orders.view'] },
      { to: '/customers', name: 'customers', icon: IconAddressBook, permissions: ['customers.view'] },
      { to: '/credits', name: 'credits', icon: IconGift, permissions: ['credits.view'] },
    ],
  },
  {
    group: 'integration',
    places: [
      { to: '/feeds', name: 'feeds', icon: IconWebhook, permissions: ['feeds.view'] },
      { to: '/keys', name: 'keys', icon: IconKey, permissions: ['access.view'] },
      { to: '/imports', name: 'imports', icon: IconDatabaseImport, permissions: ['imports.view'] },
      { to: '/gateway-log', name: 'gatewayLog', icon: IconMessages, permissions: ['payments.log'] },
      { to: '/payment-events', name: 'paymentEvents', icon: IconInbox, permissions: ['payments.log'] },
      { to: '/tasks', name: 'tasks', icon: IconChecklist, permissions: ['tasks.view'] },
      { to: '/mails', name: 'mails', icon: IconMail, permissions: ['mails.view'] },
    ],
  },
  {
    group: 'settings',
    places: [
      { to: '/settings/account', name: 'account', icon: IconSettings, permissions: ['settings.view'] },
      { to: '/settings/stores', name: 'stores', icon: IconBuildingStore, permissions: ['settings.view'] },
      {
        to: '/settings/products',
        name: 'products',
        icon: IconPackage,
        permissions: ['catalogue.view', 'stock.view', 'shipping.view'],
      },
      { to: '/settings/payments', name: 'payments', icon: IconCreditCard, permissions: ['settings.view'] },
      { to: '/settings/taxes', name: 'taxes', icon: IconReceiptTax, permissions: ['settings.view'] },
      { to: '/settings/prices', name: 'prices', icon: IconTags, permissions: ['pricing.view'] },
      { to: '/settings/people', name: 'people', icon: IconUsers, permissions: ['users.view', 'access.view'] },
      { to: '/settings/workflows', name: 'workflows', icon: IconSitemap, permissions: ['settings.view'] },
      { to: '/settings/holds', name: 'holds', icon: IconHandStop, permissions: ['settings.view'] },
      { to: '/settings/edits', name: 'editRules', icon: IconPencilCog, permissions: ['settings.view'] },
      { to: '/settings/returns', name: 'returnSettings', icon: IconArrowBackUp, permissions: ['settings.view'] },
      { to: '/settings/documents', name: 'documentTypes', icon: IconForms, permissions: ['settings.view'] },
      { to: '/settings/forgetting', name: 'forgetting', icon: IconUserOff, permissions: ['personal.forget'] },
    ],
  },
];

/** Where a person can go: what they may not see is not offered. */
export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation('shell');
  const { membership } = useStanding();
  const { pathname } = useLocation();
  const here = (to: string): boolean =>
    to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
  return PLACES.map(({ group, places }) => {
    const open = places.filter(
      ({ permissions }) => permissions.length === 0 || permissions.some((one) => holds(membership, one)),
    );
    if (open.length === 0) return null;
    return (
      <div key={group ?? 'desk'}>
        {group !== null && (
          <Text size="xs" c="dimmed" fw={600} mt="md" mb={4} px="sm">
            {t(`groups.${group}`)}
          </Text>
        )}
        {open.map(({ to, name, icon: Icon }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={t(`places.${name}`)}
            leftSection={<Icon size={18} />}
            active={here(to)}
            aria-current={here(to) ? 'page' : undefined}
            onClick={onGo}
            py={6}
            style={{ borderRadius: 'var(--mantine-radius-md)' }}
          />
        ))}
      </div>
    );
  });
}
