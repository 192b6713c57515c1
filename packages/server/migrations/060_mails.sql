-- Mails to be sent, sent, or kept to be read where no mail server is set. Ids ascend with time.

create table mails (
  account     text        not null,
  id          uuid        not null, -- version 7: the list is read by it
  created_at  timestamptz not null,
  kind        text        not null,
  language    text        not null,
  recipient   text        not null, -- email:<hmac>: whose mail it is, without the address
  order_id    text,                 -- the order it is about, whose subject owns it too
  state       text        not null check (state in ('queued', 'sent', 'kept', 'failed')),
  attempts    int         not null default 0,
  resent      int         not null default 0, -- times that a person had it sent once more
  last_error  text,                 -- codes only
  sent_at     timestamptz,
  useful_until timestamptz,         -- later it is not sent any more: a code that has expired
  personal    bytea,                -- address, subject, text, html, sealed; null: wiped or forgotten
  primary key (account, id)
);
create index mails_recipient on mails (account, recipient, id);
create index mails_order on mails (account, order_id) where order_id is not null;
select protect('mails', 'select, insert, update, delete');
