-- A store may number its documents by templates of its own.

alter table stores add column document_numbers jsonb not null default '{}';  -- by kind; a kind that is absent: as the account does
