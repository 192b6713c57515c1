-- Customers are found by the beginnings of their names, company and mail address.

-- The words of a text, in the form in which they are compared: without accents and capitals. What lower() leaves as it is
-- in some locales is named here, so that the words are the same on every server.
create function words_of(p_text text) returns setof text
language sql immutable parallel safe
as $$
  select distinct left(word, 40)
    from regexp_split_to_table(
           replace(replace(replace(replace(
             translate(
               lower(regexp_replace(normalize(p_text, NFKD), '[\u0300-\u036f]', '', 'g')),
               'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЂЈЉЊЋЏΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςØøŁłĐđÐðĦħıẞÆŒÞ',
               'абвгдежзиклмнопрстуфхцчшщъыьэюяєіђјљњћџαβγδεζηθικλμνξοπρστυφχψωσoollddddhhißæœþ'),
             'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
           '[\u0001-/:-`{-\u00bf\u2000-\u206f\u3000-\u303f]+') as word
   where word <> ''
$$;

create table customer_words (
  account      text not null,
  customer_id  text not null,
  word         text collate "C" not null, -- personal; a mail address stands here whole
  primary key (account, customer_id, word)
);
-- In the order in which pages are read: a beginning is a range, and "C" makes ranges of bytes.
create index customer_words_word on customer_words (account, word, customer_id);

-- The owner may be bound by the policies of its own tables, and here it must see all accounts.
alter table customers no force row level security;
insert into customer_words (account, customer_id, word)
select account, customer_id, word
  from customers, words_of(concat_ws(' ', first_name, last_name, company)) as word
 union
select account, customer_id, address from customers where address <> '';
alter table customers force row level security;

select protect('customer_words', 'select, insert, delete');
