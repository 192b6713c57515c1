-- Answers of requests that were sent under an idempotency key and made no order: keys, tokens, accounts, guest links. Kept for
-- 7 days. What lies here opens nothing without the key of the request and the secret of the installation.
create table kept_answers (
  at       timestamptz not null,
  account  text        not null,
  name     bytea       not null, -- HMAC of credential and key
  content  text        not null, -- sha256 in hex of method, target and body
  answer   bytea       not null, -- sealed
  primary key (account, name)
);
create index kept_answers_at on kept_answers (at);
select protect('kept_answers', 'select, insert, delete');
