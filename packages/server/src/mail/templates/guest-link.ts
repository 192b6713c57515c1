import type { Template } from '../template.js';

/** To a buyer: a link that opens one order without signing in. */
export const guestLink = {
  parameters: ['shop', 'order', 'link', 'days'],
  secret: true,
  openToAll: false,
  wording: {
    en: {
      subject: 'Your order {order} at {shop}',
      paragraphs: [
        'With this link you can follow your order {order} at {shop}:',
        '{link}',
        'It is good for {days} days. Whoever has the link can see the order, so keep it to yourself.',
      ],
    },
    de: {
      subject: 'Ihre Bestellung {order} bei {shop}',
      paragraphs: [
        'Unter diesem Link können Sie Ihre Bestellung {order} bei {shop} verfolgen:',
        '{link}',
        'Er gilt {days} Tage. Wer den Link hat, sieht die Bestellung; behalten Sie ihn für sich.',
      ],
    },
    pt: {
      subject: 'O seu pedido {order} em {shop}',
      paragraphs: [
        'Com este link pode acompanhar o seu pedido {order} em {shop}:',
        '{link}',
        'Vale por {days} dias. Quem tiver o link vê o pedido; guarde-o para si.',
      ],
    },
  },
} as const satisfies Template;
