import { type NotificationData, notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Tells in a corner what came of something, until it is closed or a few seconds have passed; its close button has a name. */
export function notify(notification: NotificationData): void {
  notifications.show({ ...notification, closeButtonProps: { 'aria-label': i18next.t('shell:close') } });
}
