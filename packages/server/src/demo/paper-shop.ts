import type { Permission } from '../access/permissions.js';
import { PAPER_ACCOUNT } from './accounts.js';
import { type Business, channel, product, store } from './business.js';
import { colleague, customer, customers } from './people.js';
import type { Random } from './random.js';

/**
 * Marrowell Paper Goods: paper, pens and mugs, sold in a web shop, in a shop in the old town, to offices, and on the
 * marketplace next door. It is the account that the tutorials use: its first eight products and five customers stay.
 */

const PRODUCTS = [
  product('MUG-BLUE', 'Mug, blue glaze', 14, 1, 'mug-blue'),
  product('MUG-SAND', 'Mug, sand glaze', 14, 2, 'mug-sand'),
  product('NOTE-A5', 'Notebook A5, dotted', 9, 3, 'notebook'),
  product('NOTE-A4', 'Notebook A4, lined', 12, 4, 'notebook'),
  product('PEN-INK', 'Fountain pen', 39, 5, 'pen'),
  product('INK-BLACK', 'Ink, black, 50 ml', 11, 6, 'ink'),
  product('ENV-50', 'Envelopes, 50 pieces', 7, 7, 'card'),
  product('CASE-FELT', 'Pencil case, grey felt', 18, 8, 'textile'),
  product('INK-SEA', 'Ink, sea green, 50 ml', 12.5, 9, 'ink'),
  product('PENCIL-6', 'Pencils, soft, 6 pieces', 8.4, 10, 'pencil'),
  product('CARD-WOOD', 'Cards with a woodcut, 10 pieces', 13.9, 11, 'card'),
  product('WRAP-RED', 'Wrapping paper, red leaves', 4.5, 12, 'card'),
  product('CLIP-BRASS', 'Paper clips, brass, 30 pieces', 5.2, 13, 'box'),
  product('PLAN-YEAR', 'Year planner, linen', 24, 14, 'notebook'),
];

const PAPER_METHODS = [
  { code: 'standard', name: 'Standard parcel', price: 490, currency: 'EUR' },
  { code: 'express', name: 'Express until noon', price: 1190, currency: 'EUR' },
  { code: 'pickup', name: 'Pick up in the shop', price: 0, currency: 'EUR' },
] as const;

export const OLD_TOWN = 'Shop in the old town';

const MACHINE: readonly Permission[] = ['orders.view', 'orders.place', 'orders.edit'];

export const paperShop = (random: Random): Business => ({
  account: PAPER_ACCOUNT,
  settings: { name: 'Marrowell Paper Goods', languages: ['en', 'de', 'fr', 'pt'], timeZone: 'Europe/Berlin' },
  stores: [
    store('default', 'Web shop'),
    store('old-town', OLD_TOWN, { timeZone: 'Europe/Berlin' }),
    store('office', 'Office supplies', { currency: 'EUR' }),
  ],
  channels: [
    channel('web', 'Web shop', 'shop'),
    channel('market', 'Marefeira', 'marketplace'),
    channel('till', 'Till in the old town', 'point_of_sale', 'old-town'),
    channel('phone', 'Telephone', 'phone'),
    channel('wholesale', 'Offices and schools', 'other', 'office'),
  ],
  places: [{ place: 'main', name: 'Storeroom in the yard', active: true, address: null }],
  methods: PAPER_METHODS,
  products: PRODUCTS,
  customers: [
    customer('C-1001', 'Ines', 'Valente', 'pt-PT'),
    customer('C-1002', 'Jonas', 'Lindqvist', 'de-DE'),
    customer('C-1003', 'Maelle', 'Garnier', 'fr-FR'),
    customer('C-1004', 'Tobias', 'Kranz', 'de-AT'),
    customer('C-1005', 'Orla', 'Devlin', 'en-IE'),
    ...customers(random, ['de-DE', 'de-AT', 'fr-FR', 'pt-PT', 'en-IE'], 1006, 38),
    ...OFFICES,
  ],
  workflows: [],
  documentTypes: [],
  fields: [],
  colleagues: [
    colleague('mira', 'Mira Sandvoss', 'manager'),
    colleague('jorin', 'Jorin Feldweg', 'warehouse'),
    colleague('tilda', 'Tilda Brinkhoff', 'support'),
    colleague('henrik', 'Henrik Ostermoor', 'finance'),
  ],
  keys: [
    { name: 'shop', label: 'Web shop', permissions: MACHINE },
    { name: 'payments', label: 'Payment provider', permissions: ['orders.view', 'orders.edit', 'orders.represent'] },
    { name: 'carrier', label: 'Postbird, tracking', permissions: ['orders.ship', 'orders.represent'] },
    { name: 'market', label: 'Connector of Marefeira', permissions: [...MACHINE, 'orders.represent'] },
  ],
  views: [
    { name: 'To pack today', query: { status: ['ready-for-handling', 'handling'], sort: 'due', order: 'asc' } },
    { name: 'Asked to cancel', query: { status: ['waiting-for-seller-decision', 'cancellation-requested'] } },
    { name: 'From Marefeira', query: { channel: ['market'] } },
    { name: 'Late', query: { late: true, sort: 'due', order: 'asc' } },
  ],
  feeds: [
    {
      feed: 'erp',
      name: 'Bookkeeping: invoiced and cancelled orders',
      filter: { type: 'status', statuses: ['invoiced', 'canceled'], document: 'docket' },
    },
    {
      feed: 'big-orders',
      name: 'Orders above 100 euros',
      filter: { type: 'order', expression: 'totals.total > 10000', everyMatch: false, document: 'docket' },
    },
    {
      feed: 'label-printer',
      name: 'Label printer (hook)',
      filter: { type: 'status', statuses: ['ready-for-handling'], document: 'vtex' },
      url: 'https://printer.marrowell.example/labels',
    },
  ],
});

const OFFICES = ['Kontor Nordlicht', 'Schule am Weiher', 'Atelier Sieben', 'Kanzlei Ulmenhof'].map(
  (company, index) => ({
    customerId: `B-${200 + index}`,
    email: `bestellung@office-${index + 1}.example.com`,
    firstName: null,
    lastName: null,
    phone: null,
    document: null,
    company,
    locale: 'de-DE',
  }),
);
