import type { Template } from '../template.js';

/** To a buyer: the shop would change their order and asks whether they agree. */
export const editConsent = {
  parameters: ['shop', 'order', 'message', 'link', 'days'],
  secret: true,
  openToAll: false,
  wording: {
    en: {
      subject: 'A change to your order {order} at {shop}: do you agree?',
      paragraphs: [
        '{shop} would like to change your order {order} and asks whether you agree.',
        '{message}',
        'What would change, and what it would cost, you see here, and there you agree or decline:',
        '{link}',
        'You can answer for {days} days. Until you agree nothing changes. Whoever has the link can see the order and answer, so keep it to yourself.',
      ],
    },
    de: {
      subject: 'Eine Änderung Ihrer Bestellung {order} bei {shop}: Sind Sie einverstanden?',
      paragraphs: [
        '{shop} möchte Ihre Bestellung {order} ändern und fragt, ob Sie einverstanden sind.',
        '{message}',
        'Was sich ändern würde und was es kosten würde, sehen Sie hier; dort stimmen Sie zu oder lehnen ab:',
        '{link}',
        'Sie können {days} Tage lang antworten. Bis Sie zustimmen, ändert sich nichts. Wer den Link hat, sieht die Bestellung und kann antworten; behalten Sie ihn für sich.',
      ],
    },
    fr: {
      subject: 'Une modification de votre commande {order} chez {shop} : êtes-vous d’accord ?',
      paragraphs: [
        '{shop} voudrait modifier votre commande {order} et demande si vous êtes d’accord.',
        '{message}',
        'Ce qui changerait, et ce que cela coûterait, vous le voyez ici ; vous y acceptez ou refusez :',
        '{link}',
        'Vous pouvez répondre pendant {days} jours. Rien ne change tant que vous n’acceptez pas. Qui a le lien voit la commande et peut répondre ; gardez-le pour vous.',
      ],
    },
    pt: {
      subject: 'Uma alteração do seu pedido {order} em {shop}: concorda?',
      paragraphs: [
        '{shop} gostaria de alterar o seu pedido {order} e pergunta se concorda.',
        '{message}',
        'O que mudaria, e quanto custaria, vê aqui; é lá que concorda ou recusa:',
        '{link}',
        'Pode responder durante {days} dias. Nada muda enquanto não concordar. Quem tiver o link vê o pedido e pode responder; guarde-o para si.',
      ],
    },
  },
} as const satisfies Template;
