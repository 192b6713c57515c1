import type { Address } from '@docket/core/order/order';
import type { Random } from './random.js';

/** Cities that there are, with streets made up: nobody who lives in one of the name is meant. */
interface City {
  readonly country: string;
  readonly city: string;
  readonly state?: string;
  readonly postalCode: string;
  readonly streets: readonly string[];
}

export type Region = 'europe' | 'portugal' | 'brazil' | 'austria' | 'switzerland';

const CITIES: Readonly<Record<Region, readonly City[]>> = {
  europe: [
    { country: 'PT', city: 'Braga', postalCode: '4700-001', streets: ['Rua do Carvalhal', 'Rua das Amoras'] },
    { country: 'DE', city: 'Leipzig', postalCode: '04103', streets: ['Am Papierhof', 'Am Alten Gleis'] },
    { country: 'DE', city: 'Bremen', postalCode: '28195', streets: ['Weserufer', 'Kranichweg'] },
    { country: 'FR', city: 'Nantes', postalCode: '44000', streets: ['Rue des Mouettes', 'Rue des Tilleuls'] },
    { country: 'FR', city: 'Lyon', postalCode: '69002', streets: ['Quai des Saules', 'Rue du Moulin'] },
    { country: 'AT', city: 'Graz', postalCode: '8010', streets: ['Quittenhof', 'Birkengasse'] },
    { country: 'IE', city: 'Galway', postalCode: 'H91', streets: ['Slip Lane', 'Heron Lane'] },
    { country: 'NL', city: 'Utrecht', postalCode: '3511', streets: ['Wilgenkade', 'Molenpad'] },
    { country: 'DK', city: 'Aarhus', postalCode: '8000', streets: ['Havnegangen', 'Skovvej'] },
  ],
  portugal: [
    { country: 'PT', city: 'Porto', postalCode: '4050-123', streets: ['Rua da Gaivota', 'Travessa do Sal'] },
    { country: 'PT', city: 'Lisboa', postalCode: '1100-045', streets: ['Rua das Laranjeiras', 'Beco do Poço'] },
    { country: 'PT', city: 'Coimbra', postalCode: '3000-210', streets: ['Rua dos Plátanos', 'Largo da Fonte'] },
    { country: 'PT', city: 'Faro', postalCode: '8000-077', streets: ['Rua da Ria', 'Rua do Alecrim'] },
  ],
  brazil: [
    { country: 'BR', city: 'São Paulo', state: 'SP', postalCode: '01310-000', streets: ['Rua das Paineiras'] },
    { country: 'BR', city: 'Rio de Janeiro', state: 'RJ', postalCode: '20040-000', streets: ['Rua do Sabiá'] },
    { country: 'BR', city: 'Recife', state: 'PE', postalCode: '50030-000', streets: ['Rua do Coqueiral'] },
    { country: 'BR', city: 'Curitiba', state: 'PR', postalCode: '80020-000', streets: ['Rua das Araucárias'] },
    { country: 'BR', city: 'Belo Horizonte', state: 'MG', postalCode: '30110-000', streets: ['Rua do Ipê'] },
  ],
  austria: [
    { country: 'AT', city: 'Wien', postalCode: '1060', streets: ['Lindenzeile', 'Backhausgasse'] },
    { country: 'AT', city: 'Graz', postalCode: '8020', streets: ['Murkai', 'Quittenweg'] },
  ],
  switzerland: [{ country: 'CH', city: 'Zürich', postalCode: '8005', streets: ['Limmatgasse', 'Ahornweg'] }],
};

export function addressIn(random: Random, region: Region, receiver: string): Address {
  const { country, city, state, postalCode, streets } = random.pick(CITIES[region]);
  return {
    receiver,
    street: random.pick(streets),
    number: String(random.whole(1, 88)),
    ...(random.chance(0.2) ? { complement: random.pick(['2nd floor', 'Yard house', 'Door 7', 'Top floor']) } : {}),
    city,
    ...(state === undefined ? {} : { state }),
    postalCode,
    country,
  };
}
