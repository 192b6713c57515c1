import type { Template } from '../template.js';

/** To a buyer: a link that shows what the shop put together for them, to accept and pay. */
export const draftOrder = {
  parameters: ['shop', 'link'],
  secret: true,
  openToAll: false,
  wording: {
    en: {
      subject: '{shop} has put an order together for you',
      paragraphs: [
        '{shop} has put an order together for you. Look at it, accept it and pay with this link:',
        '{link}',
        'Nothing is ordered before you accept it. Whoever has the link can see and accept it, so keep it to yourself.',
      ],
    },
    de: {
      subject: '{shop} hat eine Bestellung für Sie zusammengestellt',
      paragraphs: [
        '{shop} hat eine Bestellung für Sie zusammengestellt. Unter diesem Link sehen Sie sie, nehmen sie an und bezahlen:',
        '{link}',
        'Bestellt ist erst, was Sie annehmen. Wer den Link hat, kann sie sehen und annehmen; behalten Sie ihn für sich.',
      ],
    },
    fr: {
      subject: '{shop} a préparé une commande pour vous',
      paragraphs: [
        '{shop} a préparé une commande pour vous. Ce lien vous permet de la voir, de l’accepter et de la payer :',
        '{link}',
        'Rien n’est commandé avant votre accord. Quiconque a ce lien peut la voir et l’accepter ; gardez-le pour vous.',
      ],
    },
    pt: {
      subject: '{shop} preparou um pedido para si',
      paragraphs: [
        '{shop} preparou um pedido para si. Com este link pode vê-lo, aceitá-lo e pagar:',
        '{link}',
        'Nada fica pedido antes de o aceitar. Quem tiver o link pode ver e aceitar o pedido; guarde-o para si.',
      ],
    },
  },
} as const satisfies Template;
