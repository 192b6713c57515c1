import type { Command } from '@docket/core/order/commands';
import type { DocumentType, TargetFields } from '@docket/core/order/document-type';
import type { Random } from './random.js';

/** What hangs over the bench while a cake is made: a document that the bakery defined for itself. */
export const CAKE_SHEET: DocumentType = {
  type: 'cake_sheet',
  labels: { en: 'Cake sheet', de: 'Tortenblatt', fr: 'Fiche de gâteau', pt: 'Ficha de bolo' },
  numbers: 'CS-{year}-{sequence:4}',
  parents: ['order'],
  statuses: [
    { status: 'drafted', labels: { en: 'Drafted', de: 'Entworfen' }, locks: false },
    { status: 'agreed', labels: { en: 'Agreed', de: 'Abgesprochen' }, locks: true },
  ],
  moves: { drafted: ['agreed'], agreed: ['drafted'] },
  fields: {
    type: 'object',
    properties: {
      occasion: {
        type: 'string',
        enum: ['birthday', 'wedding', 'jubilee'],
        'x-labels': { en: 'Occasion', de: 'Anlass' },
        'x-enum-labels': {
          birthday: { en: 'Birthday', de: 'Geburtstag' },
          wedding: { en: 'Wedding', de: 'Hochzeit' },
          jubilee: { en: 'Jubilee', de: 'Jubiläum' },
        },
        'x-listed': true,
        'x-personal': false,
      },
      portions: {
        type: 'integer',
        minimum: 4,
        maximum: 200,
        'x-labels': { en: 'Portions', de: 'Stücke' },
        'x-listed': true,
        'x-personal': false,
      },
      without: {
        type: 'array',
        items: { type: 'string', enum: ['nuts', 'milk', 'gluten', 'egg'] },
        uniqueItems: true,
        'x-labels': { en: 'Without', de: 'Ohne' },
        'x-personal': false,
      },
      inscription: { type: 'string', maxLength: 60, 'x-labels': { en: 'Inscription', de: 'Schriftzug' } },
    },
    required: ['occasion', 'portions'],
  },
  most: null,
  active: true,
};

/** Where an order waits to be collected. */
export const SHELF: TargetFields = {
  target: 'order',
  fields: {
    type: 'object',
    properties: {
      shelf: {
        type: 'string',
        enum: ['cold', 'counter', 'back'],
        'x-labels': { en: 'Shelf', de: 'Regal' },
        'x-personal': false,
      },
    },
  },
};

/** A sheet for some cake. */
export const drawnSheet = (random: Random): Command => ({
  type: 'add_document',
  documentType: CAKE_SHEET.type,
  custom: {
    occasion: random.pick(['birthday', 'birthday', 'wedding', 'jubilee']),
    portions: random.pick([8, 12, 16, 24]),
    inscription: random.pick(['All the best', 'Hoch soll sie leben', 'For Opa', 'Fifty!']),
    ...(random.chance(0.3) ? { without: ['nuts'] } : {}),
  },
});
