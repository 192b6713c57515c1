import type { RefusalText } from './refusal-text.js';

/** Ways to say no to documents and fields that the account defined; part of the one catalogue in `refusals.ts`. */
export const DOCUMENT_REFUSALS = {
  document_type_unknown: {
    meaning: 'The account has no such type of document, or makes no more of it.',
    cause: 'The name is mistyped, or the type was made inactive or removed.',
    remedy: 'Use a type of the account, or add it in the settings first.',
    retry: true,
  },
  document_not_found: {
    meaning: 'The order has no document of this id.',
    cause: 'The id is mistyped, or belongs to a document of another order or of another kind.',
    remedy: 'Use one of the ids in the details.',
    retry: false,
  },
  too_many_documents: {
    meaning: 'The order would have more documents than the account allows one.',
    cause: 'The account sets a limit; the details say how many there are of each kind.',
    remedy: 'Raise the limit in the settings of the account; 0 is none.',
    retry: false,
  },
  document_exists: {
    meaning: 'The order has a document of this type and number already.',
    cause: 'The same document came in twice.',
    remedy: 'Change the one that is there, or send another number.',
    retry: false,
  },
  document_cancelled: {
    meaning: 'The document is cancelled, and nothing of it changes any more.',
    cause: 'Somebody cancelled it.',
    remedy: 'Add a new document.',
    retry: false,
  },
  document_locked: {
    meaning: 'The document is in a status in which nothing of it may be changed but the status.',
    cause: 'Its type says so of the status.',
    remedy: 'Set a status that does not lock first, where the type lets you.',
    retry: false,
  },
  document_status_unknown: {
    meaning: 'Documents of this type have no such status.',
    cause: 'The name is mistyped, or was taken out of the type.',
    remedy: 'Use one of the statuses in the details.',
    retry: false,
  },
  document_status_forbidden: {
    meaning: 'The type lets no document go from its present status to this one.',
    cause: 'The moves of the type do not name it.',
    remedy: 'Use one of the statuses in the details.',
    retry: false,
  },
  parent_unknown: {
    meaning: 'A document of this type cannot hang there.',
    cause: 'The order has no such document, or the type does not name its kind among its parents.',
    remedy: 'Use a parent that the type allows.',
    retry: false,
  },
  target_unknown: {
    meaning: 'The order has nothing of this kind and id that could have fields.',
    cause: 'The id is mistyped, is missing, or was given for the order itself.',
    remedy: 'Name a line or a document of the order, or the order without an id.',
    retry: false,
  },
  definition_invalid: {
    meaning: 'The type of document, or its fields, cannot be defined like this.',
    cause: 'A name, a template, a status or a field of the definition is none, or contradicts another part of it.',
    remedy: 'Mend the places that the details name.',
    retry: false,
  },
  custom_field_invalid: {
    meaning: 'A value does not fit its field, or there is no such field.',
    cause: 'The definition of the field says something else: see field and problem in the details.',
    remedy: 'Send a value that fits, or change the definition in the settings.',
    retry: false,
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
