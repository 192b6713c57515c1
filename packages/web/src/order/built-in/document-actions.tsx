import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDrawer } from '../actions/action-drawer';
import type { Order } from '../order-queries';
import { ChangeForm } from '../shipments/change-form';
import { type BuiltIn, commandWord, mayOf, takesAway, wordsAbout } from './built-in';

interface DocumentActionsProps {
  readonly order: Order;
  readonly built: BuiltIn;
}

/** A button for each command that the server says may be sent about a document now. */
export function DocumentActions({ order, built }: DocumentActionsProps) {
  const { t } = useTranslation('order');
  const [asked, ask] = useState<string | null>(null);
  const changes = asked === 'change_shipment' && built.kind === 'shipment' ? built.document : null;
  return (
    <>
      {mayOf(built).map((command) => (
        <Button
          key={command}
          size="xs"
          variant={takesAway(command) ? 'default' : 'light'}
          {...(takesAway(command) ? { c: 'var(--mantine-color-error)' } : {})}
          onClick={() => ask(command)}
        >
          {t(commandWord(built, command))}
        </Button>
      ))}
      {changes === null ? (
        <ActionDrawer order={order} command={asked} typed={wordsAbout(built)} onClose={() => ask(null)} />
      ) : (
        <ChangeForm order={order} shipment={changes} onClose={() => ask(null)} />
      )}
    </>
  );
}
