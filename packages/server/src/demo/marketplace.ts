import { MARKETPLACE_ACCOUNT } from './accounts.js';
import { type Business, channel, product, store } from './business.js';
import { colleague, customers } from './people.js';
import type { Random } from './random.js';

/**
 * Marefeira: a marketplace for things made by hand, with one half in Portugal and one in Brazil. Its sellers send; three of
 * them have their orders here, and the paper shop has an account of its own.
 */

const PT = { currency: 'EUR', place: 'porto' } as const;
const BR = { currency: 'BRL', place: 'recife' } as const;

/** Whose products they are, by seller. */
export const SELLERS = {
  'casa-cedro': [
    product('CEDAR-BOX', 'Cedar box with a lid', 46, 101, 'box', PT),
    product('CEDAR-STOOL', 'Low stool, cedar', 118, 102, 'box', PT),
    product('SPOON-OLIVE', 'Serving spoon, olive wood', 16.5, 103, 'bowl', PT),
    product('BOARD-OAK', 'Bread board, oak', 34, 104, 'box', PT),
  ],
  'olaria-lagoa': [
    product('BOWL-GREEN', 'Bowl, green glaze', 27, 111, 'bowl', PT),
    product('VASE-TALL', 'Tall vase, raw clay', 52, 112, 'bowl', PT),
    product('TILE-SET', 'Tiles with swallows, 4 pieces', 38, 113, 'card', PT),
    product('CANDLE-SEA', 'Candle in a clay cup', 19, 114, 'candle', PT),
  ],
  'rede-do-sol': [
    product('HAMMOCK', 'Hammock, cotton, striped', 389, 121, 'hammock', BR),
    product('BASKET-PALM', 'Basket, palm fibre', 96, 122, 'bowl', BR),
    product('LAMP-GOURD', 'Lamp made of a gourd', 245, 123, 'lamp', BR),
    product('COFFEE-500', 'Coffee, whole beans, 500 g', 62, 124, 'coffee', BR),
    product('THROW-WEAVE', 'Throw, hand-woven', 310, 125, 'textile', BR),
  ],
} as const;

export type Seller = keyof typeof SELLERS;

/** What the paper shop offers here: it counts its own shelf. */
export const PAPER_OFFERS = [
  product('NOTE-A5', 'Notebook A5, dotted', 9, 3, 'notebook'),
  product('PEN-INK', 'Fountain pen', 39, 5, 'pen'),
  product('CARD-WOOD', 'Cards with a woodcut, 10 pieces', 13.9, 11, 'card'),
  product('PLAN-YEAR', 'Year planner, linen', 24, 14, 'notebook'),
].map((offer) => ({ ...offer, counted: false }));

export const marketplace = (random: Random): Business => ({
  account: MARKETPLACE_ACCOUNT,
  settings: {
    name: 'Marefeira',
    languages: ['pt', 'en'],
    timeZone: 'Europe/Lisbon',
    defaultWorkflow: 'marketplace',
  },
  stores: [
    store('default', 'Orders of sellers'),
    store('portugal', 'Marefeira Portugal', {
      currency: 'EUR',
      languages: ['pt-PT'],
      orderNumbers: 'MF-PT-{sequence:5}',
    }),
    store('brasil', 'Marefeira Brasil', {
      currency: 'BRL',
      languages: ['pt-BR'],
      timeZone: 'America/Sao_Paulo',
      orderNumbers: 'MF-BR-{sequence:5}',
    }),
  ],
  channels: [
    channel('site-pt', 'Site, Portugal', 'shop', 'portugal'),
    channel('site-br', 'Site, Brasil', 'shop', 'brasil'),
    channel('app', 'App', 'shop'),
    channel('sellers', 'Orders of sellers', 'marketplace'),
  ],
  places: [
    { place: 'main', name: 'Not sorted', active: true, address: null },
    { place: 'porto', name: 'Hall in Porto', active: true, address: { city: 'Porto', country: 'PT' } },
    { place: 'recife', name: 'Hall in Recife', active: true, address: { city: 'Recife', country: 'BR' } },
  ],
  methods: [
    { code: 'correio', name: 'Correio normal', price: 550, currency: 'EUR' },
    { code: 'expresso', name: 'Expresso', price: 2_490, currency: 'BRL' },
  ],
  products: [...Object.values(SELLERS).flat(), ...PAPER_OFFERS],
  customers: customers(random, ['pt-PT', 'pt-BR', 'pt-BR'], 3_001, 46),
  workflows: [],
  documentTypes: [],
  fields: [],
  colleagues: [
    colleague('leonor', 'Leonor Ramalhal', 'manager'),
    colleague('caio', 'Caio Araripe', 'support'),
    colleague('iara', 'Iara Jatobá', 'support', ['brasil']),
    colleague('vasco', 'Vasco Portela', 'finance'),
  ],
  keys: [
    {
      name: 'shop',
      label: 'Site and app',
      permissions: ['orders.view', 'orders.place', 'orders.edit', 'orders.cancel'],
    },
    { name: 'payments', label: 'Payment provider', permissions: ['orders.view', 'orders.edit', 'orders.represent'] },
    { name: 'carrier', label: 'Gaivota Express, tracking', permissions: ['orders.ship', 'orders.represent'] },
    { name: 'sellers', label: 'Connector of sellers', permissions: ['orders.view', 'orders.invoice', 'orders.ship'] },
  ],
  views: [
    { name: 'Waiting for sellers', query: { status: ['waiting-for-authorization', 'waiting-for-seller-decision'] } },
    { name: 'Brasil', query: { store: ['brasil'] } },
    { name: 'Sellers who are silent', query: { tag: ['seller-silent'] } },
    { name: 'Sold here', query: { origin: ['Marketplace'] } },
  ],
  feeds: [
    {
      feed: 'sellers-pay',
      name: 'What sellers are owed: invoiced orders',
      filter: { type: 'status', statuses: ['invoiced'], document: 'vtex' },
    },
    {
      feed: 'brasil-refunds',
      name: 'Returns in Brazil',
      filter: {
        type: 'order',
        expression: "store = 'brasil' and $count(returnInvoices) > 0",
        everyMatch: true,
        document: 'docket',
      },
    },
  ],
});
