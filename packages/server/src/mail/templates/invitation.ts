import type { Template } from '../template.js';

/** To a new member of the staff. */
export const invitation = {
  parameters: ['shop', 'link', 'days'],
  secret: true,
  openToAll: false,
  wording: {
    en: {
      subject: 'You are invited to {shop} on Docket',
      paragraphs: [
        'You are invited to work on the orders of {shop}. Choose a password here:',
        '{link}',
        'The link is good for {days} days and for one use.',
      ],
    },
    de: {
      subject: 'Sie sind zu {shop} auf Docket eingeladen',
      paragraphs: [
        'Sie sind eingeladen, an den Bestellungen von {shop} zu arbeiten. Wählen Sie hier ein Passwort:',
        '{link}',
        'Der Link gilt {days} Tage und nur einmal.',
      ],
    },
    pt: {
      subject: 'Convite para {shop} no Docket',
      paragraphs: [
        'Recebeu um convite para trabalhar nos pedidos de {shop}. Escolha aqui uma senha:',
        '{link}',
        'O link vale por {days} dias e para um único uso.',
      ],
    },
  },
} as const satisfies Template;
