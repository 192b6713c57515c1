/** What is printed on papers beside what the order says, in the languages that Docket speaks. */
export const PAPER_LANGUAGES = ['en', 'de', 'fr', 'pt'] as const;
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number];

const EN = {
  packingSlip: 'Packing slip',
  pickList: 'Pick list',
  order: 'Order',
  shipment: 'Shipment',
  consignment: 'Consignment',
  package: 'Package',
  to: 'To',
  date: 'Date',
  carrier: 'Carrier',
  tracking: 'Tracking number',
  weight: 'Weight',
  sku: 'SKU',
  product: 'Product',
  pieces: 'Pieces',
  place: 'Place',
  noPlace: 'Without a place',
  picked: 'Picked',
  total: 'In all',
  page: 'Page',
  nothing: 'Nothing is left to pick.',
};
export type PaperWords = Readonly<Record<keyof typeof EN, string>>;

const WORDS: Readonly<Record<PaperLanguage, PaperWords>> = {
  en: EN,
  de: {
    packingSlip: 'Lieferschein',
    pickList: 'Pickliste',
    order: 'Bestellung',
    shipment: 'Sendung',
    consignment: 'Sammelsendung',
    package: 'Paket',
    to: 'An',
    date: 'Datum',
    carrier: 'Zusteller',
    tracking: 'Sendungsnummer',
    weight: 'Gewicht',
    sku: 'Artikelnummer',
    product: 'Artikel',
    pieces: 'Stück',
    place: 'Lagerort',
    noPlace: 'Ohne Lagerort',
    picked: 'Erledigt',
    total: 'Zusammen',
    page: 'Seite',
    nothing: 'Es ist nichts zu holen.',
  },
  fr: {
    packingSlip: 'Bordereau de livraison',
    pickList: 'Liste de prélèvement',
    order: 'Commande',
    shipment: 'Expédition',
    consignment: 'Envoi groupé',
    package: 'Colis',
    to: 'À',
    date: 'Date',
    carrier: 'Transporteur',
    tracking: 'Numéro de suivi',
    weight: 'Poids',
    sku: 'Référence',
    product: 'Article',
    pieces: 'Pièces',
    place: 'Emplacement',
    noPlace: 'Sans emplacement',
    picked: 'Prélevé',
    total: 'Total',
    page: 'Page',
    nothing: 'Il ne reste rien à prélever.',
  },
  pt: {
    packingSlip: 'Guia de remessa',
    pickList: 'Lista de recolha',
    order: 'Encomenda',
    shipment: 'Remessa',
    consignment: 'Envio conjunto',
    package: 'Pacote',
    to: 'Para',
    date: 'Data',
    carrier: 'Transportadora',
    tracking: 'Número de seguimento',
    weight: 'Peso',
    sku: 'Referência',
    product: 'Artigo',
    pieces: 'Peças',
    place: 'Local',
    noPlace: 'Sem local',
    picked: 'Recolhido',
    total: 'Total',
    page: 'Página',
    nothing: 'Não há nada para recolher.',
  },
};

export const paperWords = (language: PaperLanguage): PaperWords => WORDS[language];

/** The language of the buyer where we speak it, else English. */
export function languageOf(locale: string | null | undefined): PaperLanguage {
  const wanted = locale?.slice(0, 2).toLowerCase();
  return PAPER_LANGUAGES.find((language) => language === wanted) ?? 'en';
}
