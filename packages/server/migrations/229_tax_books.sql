-- Two accounts of one tax service are two books: what one of them has is not struck out in the other.
alter table tax_documents add column service text; -- its address, account and company; null: the provider is our own

-- What is there was told to the account that its store has, as far as anybody knows.
alter table tax_documents no force row level security;
alter table tax_settings no force row level security;
update tax_documents d set service = concat_ws(' ', s.service_url, s.service_account, s.company_code)
  from tax_settings s
 where s.account = d.account and s.store = d.store and s.provider = 'avatax' and d.provider = 'avatax';
alter table tax_documents force row level security;
alter table tax_settings force row level security;
