import type { Template } from '../template.js';

/** To a member of the staff who forgot their password. */
export const passwordReset = {
  parameters: ['shop', 'link', 'minutes'],
  secret: true,
  openToAll: false,
  wording: {
    en: {
      subject: 'A new password for {shop} on Docket',
      paragraphs: [
        'Choose a new password here:',
        '{link}',
        'The link is good for {minutes} minutes and for one use. If you did not ask for it, you need do nothing.',
      ],
    },
    de: {
      subject: 'Ein neues Passwort für {shop} auf Docket',
      paragraphs: [
        'Wählen Sie hier ein neues Passwort:',
        '{link}',
        'Der Link gilt {minutes} Minuten und nur einmal. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun.',
      ],
    },
    pt: {
      subject: 'Uma nova senha para {shop} no Docket',
      paragraphs: [
        'Escolha aqui uma nova senha:',
        '{link}',
        'O link vale por {minutes} minutos e para um único uso. Se não o pediu, não precisa fazer nada.',
      ],
    },
  },
} as const satisfies Template;
