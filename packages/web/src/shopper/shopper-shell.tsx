import { ActionIcon, Anchor, Box, Container, Group, Text, ThemeIcon, Tooltip } from '@mantine/core';
import { IconLogout, IconShoppingBag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ColourSchemeButton } from '../shell/colour-scheme-button';
import { LanguageMenu } from '../shell/language-menu';
import { shopperSessionQuery, signOutShopper } from './shopper-session';

/** The frame of what buyers see: one column, nothing of the desk. */
export function ShopperShell(): ReactNode {
  const { t } = useTranslation('shopper');
  const { pathname } = useLocation();
  const guest = pathname === '/order' || pathname === '/draft-order';
  const brand = (
    <Group gap="sm" wrap="nowrap">
      <ThemeIcon size={36} radius="xl" variant="light">
        <IconShoppingBag size={20} />
      </ThemeIcon>
      <Text fw={650} size="lg">
        {guest ? t('yourOrder') : t('myOrders')}
      </Text>
    </Group>
  );
  return (
    <Box mih="100dvh" className="shopper">
      <Anchor href="#content" className="skip-link">
        {t('skip')}
      </Anchor>
      <Box component="header" className="shopper-header">
        <Container size="sm" py="xs">
          <Group justify="space-between" wrap="nowrap" mih={44}>
            {guest ? (
              brand
            ) : (
              <Anchor component={Link} to="/account" underline="never" c="inherit">
                {brand}
              </Anchor>
            )}
            <Group gap={4} wrap="nowrap">
              <LanguageMenu />
              <ColourSchemeButton />
              {!guest && <SignOutButton />}
            </Group>
          </Group>
        </Container>
      </Box>
      <Container component="main" id="content" tabIndex={-1} size="sm" py="lg">
        <Outlet />
      </Container>
    </Box>
  );
}

function SignOutButton() {
  const { t } = useTranslation('shopper');
  const { data: session } = useQuery(shopperSessionQuery);
  if (session == null) return null;
  return (
    <Tooltip label={`${t('signOut')} (${session.email})`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('signOut')}
        onClick={() => void signOutShopper()}
      >
        <IconLogout size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
