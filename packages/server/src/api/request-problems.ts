/**
 * Every way in which a request fails before any order is asked: the counterpart of core's refusals for the HTTP side.
 * The code is stable and public. `retry`: may the very same request pass later?
 */
export const REQUEST_PROBLEMS = {
  url_invalid: {
    status: 400,
    meaning: 'The address of the request cannot be read.',
    remedy: 'Check its percent-encoding.',
    retry: false,
  },
  request_invalid: {
    status: 400,
    meaning: 'The request is not valid HTTP.',
    remedy: 'Check how it is sent.',
    retry: false,
  },
  header_invalid: {
    status: 400,
    meaning: 'A header has a value that cannot be used.',
    remedy: 'Correct the header that the pointer names.',
    retry: false,
  },
  encoding_invalid: {
    status: 400,
    meaning: 'The body is not valid UTF-8.',
    remedy: 'Send JSON in UTF-8.',
    retry: false,
  },
  json_invalid: { status: 400, meaning: 'The body is not valid JSON.', remedy: 'Send one JSON object.', retry: false },
  field_unknown: {
    status: 400,
    meaning: 'The request has a field that does not exist here.',
    remedy: 'Remove it, or correct its name.',
    retry: false,
  },
  field_missing: { status: 400, meaning: 'A field that must be there is missing.', remedy: 'Send it.', retry: false },
  field_invalid: {
    status: 400,
    meaning: 'A field has a wrong type, or lies outside its limits.',
    remedy: 'Correct the field that the pointer names.',
    retry: false,
  },
  cursor_invalid: {
    status: 400,
    meaning: 'The cursor is not one that this list gave out.',
    remedy: 'Start again without a cursor.',
    retry: false,
  },
  page_too_deep: {
    status: 400,
    meaning: 'Pages by offset end at 10,000 rows.',
    remedy: 'Follow the cursor instead.',
    retry: false,
  },
  credentials_missing: {
    status: 401,
    meaning: 'The request carries no credentials.',
    remedy: 'Send X-VTEX-API-AppKey and X-VTEX-API-AppToken, or HTTP Basic with key and token.',
    retry: false,
  },
  credentials_invalid: {
    status: 401,
    meaning: 'The key does not exist or has expired, or the token is not its token.',
    remedy: 'Check key and token.',
    retry: false,
  },
  permission_missing: {
    status: 403,
    meaning: 'The key lacks the permission that this asks for.',
    remedy: 'Use a key that holds the permission in the details.',
    retry: false,
  },
  outside_scope: {
    status: 403,
    meaning: 'The caller may not place an order there.',
    remedy: 'Place into a store of the caller; one that sees the orders of a seller or its own alone places none.',
    retry: false,
  },
  account_not_permitted: {
    status: 403,
    meaning: 'The key belongs to another account than the one asked for.',
    remedy: 'Leave out Docket-Account, or use a key of that account.',
    retry: false,
  },
  route_not_found: {
    status: 404,
    meaning: 'There is nothing at this address.',
    remedy: 'The addresses stand in /docs.',
    retry: false,
  },
  mail_not_found: {
    status: 404,
    meaning: 'The account has no mail with this id.',
    remedy: 'Look for it in the list of mails.',
    retry: false,
  },
  version_not_found: {
    status: 404,
    meaning: 'The order has no such version, or was not there yet at that moment.',
    remedy: 'The history of the order says which versions it has, and when they came about.',
    retry: false,
  },
  method_not_allowed: {
    status: 405,
    meaning: 'The address exists, but not with this method.',
    remedy: 'Use a method of the Allow header.',
    retry: false,
  },
  request_timeout: {
    status: 408,
    meaning: 'The request took too long to arrive.',
    remedy: 'Send it again.',
    retry: true,
  },
  stock_below_held: {
    status: 409,
    meaning: 'Orders hold more pieces than were counted.',
    remedy: 'Count again, or release the orders that hold them.',
    retry: true,
  },
  mail_wiped: {
    status: 409,
    meaning: 'The words of this mail are gone: it was secret and was sent, or its reader was forgotten.',
    remedy: 'Have a new one made: ask for a new code, link or invitation.',
    retry: false,
  },
  position_unknown: {
    status: 409,
    meaning:
      'The log of the account has not come to that position: it is of another installation, or from before a restore.',
    remedy: 'Read the orders anew, then follow without a position.',
    retry: false,
  },
  version_mismatch: {
    status: 412,
    meaning: 'The order has another version than If-Match names.',
    remedy: 'Read the order again and decide anew.',
    retry: false,
  },
  body_too_large: {
    status: 413,
    meaning: 'The body is larger than this address takes.',
    remedy: 'Send less at once; the limit is in the details.',
    retry: false,
  },
  content_type_unsupported: {
    status: 415,
    meaning: 'The body is not plain JSON in UTF-8.',
    remedy: 'Send content-type: application/json, without content-encoding.',
    retry: false,
  },
  too_many_streams: {
    status: 429,
    meaning: 'As many streams are open as may be at once.',
    remedy: 'Close one, or share it: one stream tells of all orders.',
    retry: true,
  },
  headers_too_large: { status: 431, meaning: 'The headers are too large.', remedy: 'Send less in them.', retry: false },
  internal_error: {
    status: 500,
    meaning: 'Something failed on our side.',
    remedy: 'Try again; if it stays, report the request id.',
    retry: true,
  },
  preview_unavailable: {
    status: 501,
    meaning: 'This address cannot preview.',
    remedy: 'Send the request without Prefer: preview to carry it out.',
    retry: false,
  },
  unavailable: {
    status: 503,
    meaning: 'The database cannot be reached, or the server is stopping.',
    remedy: 'Try again in a moment.',
    retry: true,
  },
} as const;

export type RequestProblemCode = keyof typeof REQUEST_PROBLEMS;
