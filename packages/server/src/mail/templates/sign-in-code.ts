import type { Template } from '../template.js';

/** To a shopper who wants to see their orders. */
export const signInCode = {
  parameters: ['shop', 'code', 'minutes'],
  secret: true,
  openToAll: true,
  wording: {
    en: {
      subject: 'Your code for {shop}',
      paragraphs: [
        'Your code for {shop} is:',
        '{code}',
        'It is good for {minutes} minutes and for one sign-in.',
        'If you did not ask for it, somebody typed your address by mistake; you need do nothing. Never tell the code to anybody.',
      ],
    },
    de: {
      subject: 'Ihr Code für {shop}',
      paragraphs: [
        'Ihr Code für {shop} lautet:',
        '{code}',
        'Er gilt {minutes} Minuten und für eine Anmeldung.',
        'Wenn Sie ihn nicht angefordert haben, hat sich jemand bei der Adresse vertippt; Sie müssen nichts tun. Geben Sie den Code niemandem weiter.',
      ],
    },
    pt: {
      subject: 'O seu código para {shop}',
      paragraphs: [
        'O seu código para {shop} é:',
        '{code}',
        'Vale por {minutes} minutos e para um único acesso.',
        'Se não pediu este código, alguém digitou o seu endereço por engano; não precisa fazer nada. Nunca diga o código a ninguém.',
      ],
    },
  },
} as const satisfies Template;
