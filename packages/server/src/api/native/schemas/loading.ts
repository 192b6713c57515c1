import { type TObject, Type } from 'typebox';
import { closed, ref } from './fields.js';

/** Rows of one load: above it, send several. */
const MAX_LOAD = 1_000;

/** The body of a load: up to 1,000 rows, each put in the place of what was there under its key. */
export const loadBody = (item: TObject) =>
  closed({ items: Type.Array(ref(item), { minItems: 1, maxItems: MAX_LOAD }) });

export const LoadAnswer = closed({ loaded: Type.Integer() }, { $id: 'LoadAnswer' });
