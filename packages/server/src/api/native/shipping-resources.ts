import { Type } from 'typebox';
import type { Carrier } from '../../shipping/carriers.js';
import type { PickupPoint } from '../../shipping/pickup-points.js';
import type { SettingResource } from './setting-resources.js';
import { closed, code, country, text } from './schemas/fields.js';
import { orNull, settingSchemas } from './schemas/setting-schemas.js';

export const CARRIER_RESOURCE: SettingResource<Carrier> = {
  name: 'Carrier',
  path: '/carriers',
  kind: 'carrier',
  // who sends a parcel has to choose among them
  view: 'orders.view',
  edit: 'shipping.edit',
  schemas: settingSchemas(
    'Carrier',
    ['code', code('A package names it, or the name; cannot be changed.')],
    {
      name: text(100),
      trackingUrl: orNull(
        Type.String({
          pattern: '^https://[^{}\\s/?#]+[/?#][^{}\\s]*\\{trackingNumber\\}[^{}\\s]*$',
          maxLength: 1_000,
          description: 'Where its parcels are followed, with {trackingNumber}; https. null: nowhere.',
        }),
      ),
      active: Type.Boolean({ description: 'False: offered no more, and no address is made of its template.' }),
    },
    ['trackingUrl', 'active'],
  ),
  defaults: { trackingUrl: null, active: true },
  check: () => null,
  loaded: false,
  removed: 'yes',
};

export const PICKUP_POINT_RESOURCE: SettingResource<PickupPoint> = {
  name: 'PickupPoint',
  path: '/pickup-points',
  kind: 'pickup_point',
  view: 'orders.view',
  edit: 'shipping.edit',
  schemas: settingSchemas(
    'PickupPoint',
    ['code', code('Stands in deliveries and shipments, and cannot be changed.')],
    {
      name: text(200),
      address: orNull(
        closed({
          street: Type.Optional(text(200)),
          number: Type.Optional(text(50)),
          city: Type.Optional(text(200)),
          state: Type.Optional(text(100)),
          postalCode: Type.Optional(text(20)),
          country: country(),
        }),
      ),
      openingHours: orNull(text(1_000, 'Free text for buyers.')),
      active: Type.Boolean({ description: 'False: no new shipment goes there.' }),
    },
    ['address', 'openingHours', 'active'],
  ),
  defaults: { address: null, openingHours: null, active: true },
  check: () => null,
  loaded: false,
  removed: 'yes',
};
