-- Products are found by the beginnings of the words of their SKU, GTIN and name.

create table product_words (
  account  text not null,
  sku      text not null,
  word     text collate "C" not null,
  primary key (account, sku, word)
);
-- In the order in which pages are read: a beginning is a range, and "C" makes ranges of bytes.
create index product_words_word on product_words (account, word, sku);

-- The owner may be bound by the policies of its own tables, and here it must see all accounts.
alter table products no force row level security;
insert into product_words (account, sku, word)
select account, sku, word from products, words_of(concat_ws(' ', sku, gtin, name)) as word;
alter table products force row level security;

select protect('product_words', 'select, insert, delete');
